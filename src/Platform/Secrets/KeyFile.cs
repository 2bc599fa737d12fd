using System.Text.Json;
using Linli.Platform.Files;

namespace Linli.Platform.Secrets;

/// <summary>The key ring on disk: JSON, readable by its owner alone, replaced as a whole.</summary>
internal sealed class KeyFile(string path)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    /// <summary>How long one change of the ring waits for another; each takes milliseconds.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    public KeyMaterial ReadOrCreate()
    {
        if (File.Exists(path)) return Read();
        using var alone = Alone();
        if (!File.Exists(path)) Write(KeyMaterial.New());
        return Read();
    }

    public KeyMaterial Read()
    {
        using var file = File.OpenRead(path);
        return (JsonSerializer.Deserialize<KeyMaterial>(file, Json) ?? new()).Checked(path);
    }

    public KeyMaterial Rotate()
    {
        using var alone = Alone();
        var rotated = Read().Rotated();
        Write(rotated);
        return rotated;
    }

    private void Write(KeyMaterial material)
    {
        using var draft = DraftFile.Beside(path);
        JsonSerializer.Serialize(draft.Content, material, Json);
        draft.Publish(path);
    }

    /// <summary>
    /// Two programs that change the ring at once would lose a key, and with it whatever one of them wrote in between: the second waits.
    /// The system lets go of the lock when its holder ends; the empty file stays.
    /// </summary>
    private FileStream Alone()
    {
        FileStream? alone = null;
        return SpinWait.SpinUntil(() => (alone = TryLock()) is not null, Patience) ? alone! : throw new TimeoutException($"Another program holds {path}.lock.");
    }

    private FileStream? TryLock()
    {
        try
        {
            return new(path + ".lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException)
        {
            return null;
        }
    }
}

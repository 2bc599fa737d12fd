using System.Text.Json;
using Linli.Platform.Files;

namespace Linli.Platform.Secrets;

/// <summary>The key ring on disk: JSON, readable by its owner alone, replaced as a whole.</summary>
internal sealed class KeyFile(string path)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    public KeyMaterial ReadOrCreate()
    {
        if (!File.Exists(path)) Write(KeyMaterial.New(), replace: false);
        return Read();
    }

    public KeyMaterial Read()
    {
        using var file = File.OpenRead(path);
        return (JsonSerializer.Deserialize<KeyMaterial>(file, Json) ?? new()).Checked(path);
    }

    public KeyMaterial Rotate()
    {
        // Two rotations at once would lose the key of one of them, and with it whatever was written in between.
        using var alone = new FileStream(path + ".lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        var rotated = Read().Rotated();
        Write(rotated, replace: true);
        return rotated;
    }

    private void Write(KeyMaterial material, bool replace)
    {
        using var draft = DraftFile.Beside(path);
        JsonSerializer.Serialize(draft.Content, material, Json);
        draft.Publish(path, replace);
    }
}

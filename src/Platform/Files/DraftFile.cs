namespace Linli.Platform.Files;

/// <summary>
/// A file being written, readable by its owner alone. It appears under its real name only when it is complete and on the disk;
/// a draft that is not published leaves nothing behind.
/// </summary>
internal sealed class DraftFile : IDisposable
{
    private readonly string path;

    private DraftFile(string path)
    {
        this.path = path;
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.ReadWrite, BufferSize = 64 << 10 };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        Content = new(path, options);
    }

    public FileStream Content { get; }

    public static DraftFile In(string folder) => new(Path.Combine(folder, Path.GetRandomFileName()));

    public static DraftFile Beside(string target) => new($"{target}.{Path.GetRandomFileName()}");

    /// <summary>Moves the draft to its place. Where something is there already and is not to be replaced, that stays.</summary>
    public void Publish(string target, bool replace)
    {
        Content.Flush(flushToDisk: true);
        Content.Dispose();
        if (replace || !File.Exists(target)) Move(target, replace);
        DurableFolder.Flush(Path.GetDirectoryName(target)!);
    }

    public void Dispose()
    {
        Content.Dispose();
        File.Delete(path);
    }

    private void Move(string target, bool replace)
    {
        try
        {
            File.Move(path, target, replace);
        }
        catch (IOException) when (!replace && File.Exists(target))
        {
            // Somebody else published it between the look and the move.
        }
    }
}

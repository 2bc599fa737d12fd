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

    /// <summary>Moves the draft to its place, over what is there.</summary>
    public void Publish(string target)
    {
        Content.Flush(flushToDisk: true);
        Content.Dispose();
        File.Move(path, target, overwrite: true);   // without overwriting it would look first and move later, which is no protection
        DurableFolder.Flush(Path.GetDirectoryName(target)!);
    }

    public void Dispose()
    {
        Content.Dispose();
        File.Delete(path);
    }
}

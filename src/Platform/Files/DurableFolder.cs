using System.Runtime.InteropServices;

namespace Linli.Platform.Files;

/// <summary>Folders whose entries outlive a power failure: on Unix a renamed file is safe only when its folder has been flushed too.</summary>
internal static class DurableFolder
{
    /// <summary>Makes the folder and flushes the parents that got a new entry.</summary>
    public static void Create(string folder)
    {
        if (Directory.Exists(folder)) return;
        var parent = Path.GetDirectoryName(Path.GetFullPath(folder))!;
        Create(parent);
        Directory.CreateDirectory(folder);
        Flush(parent);
    }

    public static void Flush(string folder)
    {
        if (OperatingSystem.IsWindows()) return;
        const int readOnly = 0;
        var handle = Open(folder, readOnly);
        if (handle < 0) return;
        _ = Fsync(handle);
        _ = Close(handle);
    }

    [DllImport("libc", EntryPoint = "open"), DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Open([MarshalAs(UnmanagedType.LPUTF8Str)] string path, int flags);

    [DllImport("libc", EntryPoint = "fsync"), DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Fsync(int handle);

    [DllImport("libc", EntryPoint = "close"), DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Close(int handle);
}

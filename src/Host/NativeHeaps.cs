using System.Runtime.InteropServices;

namespace Linli.Host;

/// <summary>
/// The C library of most Linux keeps up to eight heaps for each processor, so that threads that ask for memory at once need not wait for each other; what one heap has
/// free no other gets. Two are enough for what is not managed here, and some tens of megabytes less.
/// </summary>
internal static class NativeHeaps
{
    private const int MostArenas = -8;   // M_ARENA_MAX of malloc.h

    /// <summary>Keeps them few; left alone where the administrator says how many (<c>MALLOC_ARENA_MAX</c>) and where the C library is another one.</summary>
    public static void KeepFew()
    {
        if (!OperatingSystem.IsLinux() || Environment.GetEnvironmentVariable("MALLOC_ARENA_MAX") is not null) return;
        try
        {
            _ = SetOption(MostArenas, 2);
        }
        catch (Exception error) when (error is DllNotFoundException or EntryPointNotFoundException)
        {
            // it keeps heaps in another way
        }
    }

    [DllImport("libc.so.6", EntryPoint = "mallopt"), DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int SetOption(int option, int value);
}

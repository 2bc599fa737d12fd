using Microsoft.AspNetCore.Http;

namespace Linli.Platform.Files;

/// <summary>Sends stored files.</summary>
public static class FileResults
{
    /// <summary>
    /// Sends a file, or 404 where its content is gone. Photos are shown in place, all else is downloaded; nothing in it runs. The browser keeps it but asks
    /// each time (304), so a right that was taken away counts at once. Ranges are served.
    /// </summary>
    /// <param name="store">Where the content is.</param>
    /// <param name="file">The row about it; the caller has checked that it may be seen.</param>
    /// <param name="name">The name to save it under; it gets an ending that fits the content.</param>
    public static IResult Send(this FileStore store, StoredFile file, string name) => new StoredFileResult(store, file, name);
}

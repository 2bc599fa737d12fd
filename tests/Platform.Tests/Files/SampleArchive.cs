using System.IO.Compression;

namespace Linli.Platform.Tests.Files;

/// <summary>Archives with empty parts of given names.</summary>
internal static class SampleArchive
{
    public static byte[] Of(params string[] parts)
    {
        using var bytes = new MemoryStream();
        using (var archive = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
            foreach (var part in parts) archive.CreateEntry(part);
        return bytes.ToArray();
    }
}

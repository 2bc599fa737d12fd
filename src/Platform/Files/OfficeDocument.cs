using System.IO.Compression;

namespace Linli.Platform.Files;

/// <summary>Word and Excel documents (ECMA-376), told from other archives by the parts that they must have.</summary>
internal static class OfficeDocument
{
    private const int MostParts = 10_000;

    public static Recognition Recognise(Stream content)
    {
        try
        {
            using var archive = new ZipArchive(content, ZipArchiveMode.Read, leaveOpen: true);
            var parts = archive.Entries.Take(MostParts + 1).Select(part => part.FullName).ToHashSet(StringComparer.OrdinalIgnoreCase);
            if (!parts.Contains("[Content_Types].xml")) return FileRefusal.UnknownType;
            if (parts.Count > MostParts) return FileRefusal.Malformed;
            if (parts.Any(part => part.EndsWith("vbaProject.bin", StringComparison.OrdinalIgnoreCase))) return FileRefusal.ContainsMacros;
            return parts.Contains("word/document.xml") ? FileFormat.Word
                : parts.Contains("xl/workbook.xml") ? FileFormat.Excel
                : FileRefusal.UnknownType;
        }
        catch (Exception damage) when (damage is InvalidDataException or IOException or ArgumentException)
        {
            return FileRefusal.Malformed;
        }
    }
}

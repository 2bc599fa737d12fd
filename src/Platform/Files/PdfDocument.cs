namespace Linli.Platform.Files;

/// <summary>PDF (ISO 32000): whole if its end mark stands in the last kilobyte, where readers look for it.</summary>
internal static class PdfDocument
{
    private const int TailLength = 1024;

    public static Recognition Recognise(Stream content)
    {
        Span<byte> tail = stackalloc byte[TailLength];
        content.Position = Math.Max(0, content.Length - TailLength);
        tail = tail[..content.ReadAtLeast(tail, TailLength, throwOnEndOfStream: false)];
        return tail.IndexOf("%%EOF"u8) >= 0 ? FileFormat.Pdf : FileRefusal.Malformed;
    }
}

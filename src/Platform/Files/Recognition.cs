using System.Diagnostics.CodeAnalysis;

namespace Linli.Platform.Files;

/// <summary>What a file is, by its content alone.</summary>
internal readonly record struct Recognition
{
    public FileFormat? Format { get; private init; }
    public FileRefusal? Refusal { get; private init; }

    [MemberNotNullWhen(true, nameof(Format)), MemberNotNullWhen(false, nameof(Refusal))]
    public bool Known => Format is not null;

    public static implicit operator Recognition(FileFormat format) => new() { Format = format };

    public static implicit operator Recognition(FileRefusal refusal) => new() { Refusal = refusal };

    /// <summary>Reads the stream from its start, as far as needed.</summary>
    public static Recognition Of(Stream content)
    {
        Span<byte> head = stackalloc byte[16];
        content.Position = 0;
        head = head[..content.ReadAtLeast(head, head.Length, throwOnEndOfStream: false)];
        content.Position = 0;
        return head switch
        {
            [] => FileRefusal.Empty,
            [0xFF, 0xD8, 0xFF, ..] => FileFormat.Jpeg,
            [0x89, (byte)'P', (byte)'N', (byte)'G', ..] => FileFormat.Png,
            [(byte)'R', (byte)'I', (byte)'F', (byte)'F', _, _, _, _, (byte)'W', (byte)'E', (byte)'B', (byte)'P', ..] => FileFormat.WebP,
            [(byte)'G', (byte)'I', (byte)'F', (byte)'8', ..] => FileFormat.Gif,
            [_, _, _, _, (byte)'f', (byte)'t', (byte)'y', (byte)'p', .. var brand] => IsHeic(brand) ? FileRefusal.HeicPhoto : FileRefusal.UnknownType,
            [(byte)'%', (byte)'P', (byte)'D', (byte)'F', (byte)'-', ..] => PdfDocument.Recognise(content),
            [(byte)'P', (byte)'K', 3, 4, ..] => OfficeDocument.Recognise(content),
            _ => PlainText.Recognise(content),
        };
    }

    // Brands of ISO 23008-12 and AV1 image files.
    private static bool IsHeic(ReadOnlySpan<byte> brand)
        => brand.StartsWith("hei"u8) || brand.StartsWith("hev"u8) || brand.StartsWith("mif1"u8) || brand.StartsWith("msf1"u8) || brand.StartsWith("avi"u8);
}

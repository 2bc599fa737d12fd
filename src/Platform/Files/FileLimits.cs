namespace Linli.Platform.Files;

/// <summary>What is taken in one place.</summary>
public sealed record FileLimits
{
    /// <summary>The kinds taken.</summary>
    public FileKinds Kinds { get; init; } = FileKinds.Any;

    /// <summary>The most bytes as sent; 20 MiB unless set. A photo of this size is held in memory while it is cleaned.</summary>
    public int Bytes { get; init; } = 20 << 20;

    /// <summary>The most pixels of a photo; 50 million unless set (shown, that is 200 MB).</summary>
    public long Pixels { get; init; } = 50_000_000;
}

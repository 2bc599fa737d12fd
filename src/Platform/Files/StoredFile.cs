namespace Linli.Platform.Files;

/// <summary>A file in the store: what a row about it has to remember.</summary>
/// <param name="Hash">SHA-256 of the stored bytes, 64 lower-case hex digits.</param>
/// <param name="MediaType">Decided by the content, never by name or sender.</param>
/// <param name="Length">Bytes as stored (a photo is stored without its metadata).</param>
/// <param name="Width">Pixels as shown, of photos.</param>
/// <param name="Height">Pixels as shown, of photos.</param>
public sealed record StoredFile(string Hash, string MediaType, long Length, int? Width = null, int? Height = null);

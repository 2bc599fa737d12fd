using System.Buffers;
using System.Security.Cryptography;

namespace Linli.Platform.Files;

/// <summary>
/// Files by the hash of their content, under <c>files/ab/cd/</c>. The same content is kept once. A file that was acknowledged is on the disk;
/// one that was refused or cut off leaves nothing.
/// </summary>
public sealed class FileStore
{
    private readonly string folder;
    private readonly string incoming;

    // A photo is held in memory while it is cleaned: no more of them at once than there are processors to clean them.
    private readonly SemaphoreSlim examining = new(Environment.ProcessorCount);

    /// <summary>Opens the store in a data folder and makes it if it is not there.</summary>
    public FileStore(string dataFolder)
    {
        folder = Path.Combine(Path.GetFullPath(dataFolder), "files");
        incoming = Path.Combine(folder, "incoming");
        DurableFolder.Create(incoming);
    }

    /// <summary>Takes a file in: limits its size while it arrives, decides its type by its content, cleans photos.</summary>
    public async Task<FileOutcome> Save(Stream content, FileLimits limits, CancellationToken ct)
    {
        using var draft = DraftFile.In(incoming);
        if (!await TryReceive(content, draft.Content, limits.Bytes, ct)) return FileRefusal.TooLarge;
        await examining.WaitAsync(ct);
        try
        {
            return Examine(draft, limits);
        }
        finally
        {
            examining.Release();
        }
    }

    /// <summary>The content, or null where no such file is stored.</summary>
    public Stream? Open(string hash) => Find(hash) is { } path ? File.OpenRead(path) : null;

    /// <summary>Removes the content. The caller knows that no row refers to it any more.</summary>
    public void Delete(string hash)
    {
        if (Find(hash) is { } path) File.Delete(path);
    }

    /// <summary>Removes what a crash left half-received before a moment.</summary>
    public void RemoveAbandoned(DateTimeOffset before)
    {
        foreach (var path in Directory.EnumerateFiles(incoming))
            if (File.GetLastWriteTimeUtc(path) < before.UtcDateTime) File.Delete(path);
    }

    /// <summary>Removes everything that was stored before a moment.</summary>
    internal void RemoveAll(DateTimeOffset before)
    {
        foreach (var path in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
            if (File.GetLastWriteTimeUtc(path) < before.UtcDateTime) File.Delete(path);
    }

    internal string? Find(string hash)
        => hash.Length == SHA256.HashSizeInBytes * 2 && hash.All(char.IsAsciiHexDigitLower) && PathOf(hash) is var path && File.Exists(path) ? path : null;

    private string PathOf(string hash) => Path.Combine(folder, hash[..2], hash[2..4], hash);

    private static async Task<bool> TryReceive(Stream content, FileStream draft, int most, CancellationToken ct)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(64 << 10);
        try
        {
            var received = 0L;
            while (await content.ReadAsync(buffer, ct) is > 0 and var read)
            {
                if ((received += read) > most) return false;
                await draft.WriteAsync(buffer.AsMemory(0, read), ct);
            }
            return true;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private FileOutcome Examine(DraftFile draft, FileLimits limits)
    {
        var recognition = Recognition.Of(draft.Content);
        if (!recognition.Known) return recognition.Refusal.Value;
        if (!limits.Kinds.HasFlag(recognition.Format.Kind)) return FileRefusal.NotAccepted;
        if (recognition.Format.Kind != FileKinds.Photo) return Publish(draft, recognition.Format, null);
        if (Clean(draft.Content) is not { } size) return FileRefusal.Malformed;
        if (size.Pixels > limits.Pixels) return FileRefusal.TooManyPixels;
        return Publish(draft, recognition.Format, size);
    }

    private static PixelSize? Clean(FileStream draft)
    {
        var length = (int)draft.Length;
        var photo = ArrayPool<byte>.Shared.Rent(length);
        try
        {
            draft.Position = 0;
            draft.ReadExactly(photo, 0, length);
            draft.Position = 0;
            var size = PhotoScrubber.Scrub(photo.AsSpan(0, length), draft);
            draft.SetLength(draft.Position);
            return size;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(photo);
        }
    }

    private StoredFile Publish(DraftFile draft, FileFormat format, PixelSize? size)
    {
        draft.Content.Position = 0;
        var hash = Convert.ToHexStringLower(SHA256.HashData(draft.Content));
        var file = new StoredFile(hash, format.MediaType, draft.Content.Length, size?.Width, size?.Height);
        DurableFolder.Create(Path.GetDirectoryName(PathOf(hash))!);
        draft.Publish(PathOf(hash));
        return file;
    }
}

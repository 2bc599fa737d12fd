using Linli.Cases.Channels;
using Microsoft.Extensions.Options;

namespace Linli.Cases.ReceiveMail;

/// <summary>
/// Where a mail fetcher drops messages: a folder for each channel of kind e-mail, named by its code. A message is moved to <c>done</c> or <c>failed</c>
/// beneath it only after what became of it is durable, so that whatever is cut off is looked at again and found under its key.
/// </summary>
internal sealed class MailFolder(IOptions<CasesOptions> options, TimeProvider clock)
{
    private const string Done = "done", Failed = "failed";

    /// <summary>Whoever writes a message in place has finished by then; fetchers write under a name with a dot before it and rename.</summary>
    private static readonly TimeSpan Settles = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Kept = TimeSpan.FromDays(30);

    /// <summary>Messages of a channel that nobody has looked at yet, in the order of their names.</summary>
    public IReadOnlyList<string> Waiting(Channel channel)
    {
        if (options.Value.MailFolder is not { Length: > 0 } root || !Directory.Exists(Path.Combine(root, channel.Code))) return [];
        var settled = clock.GetUtcNow().UtcDateTime - Settles;
        return [.. Directory.EnumerateFiles(Path.Combine(root, channel.Code)).Where(f => !Path.GetFileName(f).StartsWith('.') && File.GetLastWriteTimeUtc(f) <= settled).Order(StringComparer.Ordinal)];
    }

    /// <summary>Moves a message out of the way. One of the same name that went before is written over: the keys of both are known by then.</summary>
    public void Settle(string file, bool filed)
    {
        var folder = Path.Combine(Path.GetDirectoryName(file)!, filed ? Done : Failed);
        Directory.CreateDirectory(folder);
        File.SetLastWriteTimeUtc(file, clock.GetUtcNow().UtcDateTime);   // from here on its days are counted, however old the letter is
        File.Move(file, Path.Combine(folder, Path.GetFileName(file)), overwrite: true);
    }

    /// <summary>A message that waits or failed, by its bare name; null where there is none.</summary>
    public string? Find(Channel channel, string? name)
    {
        if (options.Value.MailFolder is not { Length: > 0 } root || string.IsNullOrEmpty(name) || name != Path.GetFileName(name)) return null;
        return new[] { Path.Combine(root, channel.Code, name), Path.Combine(root, channel.Code, Failed, name) }.FirstOrDefault(File.Exists);
    }

    /// <summary>Takes away what was settled long ago: a case keeps what it needs, and the rest is somebody's letter.</summary>
    public void Forget(Channel channel)
    {
        var before = clock.GetUtcNow().UtcDateTime - Kept;
        foreach (var folder in new[] { Done, Failed }.Select(part => Path.Combine(options.Value.MailFolder!, channel.Code, part)).Where(Directory.Exists))
            foreach (var file in Directory.EnumerateFiles(folder).Where(f => File.GetLastWriteTimeUtc(f) < before).ToList()) File.Delete(file);
    }
}

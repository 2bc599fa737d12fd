using System.Security.Cryptography;
using System.Text.Json;
using Linli.Platform.Access;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Linli.Platform.Files;

/// <summary>
/// Files that came with a form which is shown again, beside the store and for a day, so that nobody chooses them twice. The form carries a sealed key to each:
/// nothing else leads to one, and what an account sent is open to that account alone.
/// </summary>
public sealed class KeptFiles([FromKeyedServices(KeptFiles.Folder)] FileStore store, IDataProtectionProvider protection, IAccess access)
{
    /// <summary>Their folder in the data folder, and the name of its store.</summary>
    internal const string Folder = "kept";

    /// <summary>How long a key is good, and a file there.</summary>
    internal static readonly TimeSpan Lasts = TimeSpan.FromDays(1);

    private readonly ITimeLimitedDataProtector protector = protection.CreateProtector("platform.kept-file", access.Actor.Id?.ToString("N") ?? "").ToTimeLimitedDataProtector();

    /// <summary>Keeps a file; null where it is none that would be taken.</summary>
    public async Task<KeptFile?> KeepAsync(IFormFile sent, FileLimits limits, CancellationToken ct)
    {
        await using var content = sent.OpenReadStream();
        var outcome = await store.Save(content, limits, ct);
        if (!outcome.Stored) return null;
        var kept = new Kept(outcome.File, Path.GetFileName(sent.FileName));
        return new(protector.Protect(JsonSerializer.Serialize(kept), Lasts), kept.Name, kept.File.Width is not null);
    }

    /// <summary>A kept file with its content, or null where the key is not the caller's or too old. The caller disposes of the content.</summary>
    public (KeptFile File, Stream Content)? Open(string key) =>
        Read(key) is { } kept && store.Open(kept.File.Hash) is { } content ? (new(key, kept.Name, kept.File.Width is not null), content) : null;

    /// <summary><c>GET /kept/{key}</c>: the file, for who sent it.</summary>
    internal static void Map(IEndpointRouteBuilder endpoints) => endpoints.MapGet("/kept/{key}", IResult (string key, KeptFiles kept) => kept.Send(key)).AllowAnonymous().ExcludeFromDescription();

    private IResult Send(string key) => Read(key) is { } kept ? store.Send(kept.File, kept.Name) : TypedResults.NotFound();

    private Kept? Read(string key)
    {
        try
        {
            return JsonSerializer.Deserialize<Kept>(protector.Unprotect(key));
        }
        catch (CryptographicException)
        {
            return null;   // forged, somebody else's or too old; the framework says so no other way
        }
    }

    private sealed record Kept(StoredFile File, string Name);
}

/// <summary>A file that was kept.</summary>
/// <param name="Key">What the form carries.</param>
/// <param name="Name">The name it was sent under.</param>
/// <param name="IsPhoto">Whether it can be shown.</param>
public sealed record KeptFile(string Key, string Name, bool IsPhoto);

using Linli.Identity.Sessions;
using Linli.Platform.Access;
using Linli.Platform.Data;
using Linli.Platform.Secrets;
using Microsoft.EntityFrameworkCore;

namespace Linli.Identity.Keys;

/// <summary>Finds whom a key lets in.</summary>
internal sealed class KeyRegister(AppDb db, VisitorCache cache, TimeProvider clock)
{
    /// <summary>Whom a key lets in; null when it is unknown, expired or revoked.</summary>
    public async ValueTask<Visitor?> FindAsync(string key, CancellationToken ct)
    {
        if (!key.StartsWith(ApiKey.Mark, StringComparison.Ordinal)) return null;
        var hash = Tokens.Hash(key);
        return await cache.GetAsync(new Guid(hash.AsSpan(0, 16)), () => ReadAsync(hash, ct));
    }

    private async Task<Visitor?> ReadAsync(byte[] hash, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        if (await db.ApiKeys.AsNoTracking().FirstOrDefaultAsync(k => k.Hash == hash, ct) is not { } key || !key.IsGood(now)) return null;
        if (key.LastUsedAt is null || now - key.LastUsedAt > SessionRules.SeenEvery) await NoteUsedAsync(key.Id, now, ct);
        return new(key.Id, ActorKind.ApiKey, key.Id, key.Name) { Division = key.DivisionCode, Unit = key.UnitId, Permissions = key.Scopes };
    }

    private async Task NoteUsedAsync(Guid id, DateTimeOffset now, CancellationToken ct)
    {
        await using var work = await db.BeginAsync(ct);
        await db.ApiKeys.Where(k => k.Id == id).ExecuteUpdateAsync(set => set.SetProperty(k => k.LastUsedAt, now), ct);
        await work.CommitAsync(ct);
    }
}

using Linli.Identity.Sessions;
using Linli.Platform.Access;
using Linli.Platform.Audit;
using Linli.Platform.Data;
using Linli.Platform.Problems;
using Microsoft.EntityFrameworkCore;

namespace Linli.Identity.RevokeKey;

/// <summary>Closes an API key for good.</summary>
internal sealed class RevokeKeyHandler(AppDb db, IAccess access, VisitorCache cache, TimeProvider clock)
{
    public async Task<Result<Done>> Handle(Guid id, CancellationToken ct)
    {
        if (await db.ApiKeys.Within(access).FirstOrDefaultAsync(k => k.Id == id, ct) is not { } key) return Problem.NotFound;
        var now = clock.GetUtcNow();
        key.RevokedAt ??= now;
        db.Audit(access, "identity.revoke-key", key.Subject, now, key.DivisionCode, new { key.Name });
        await db.SaveChangesAsync(ct);
        cache.Forget(id);
        return new Done();
    }
}

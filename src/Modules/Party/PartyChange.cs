using Linli.Platform.Access;
using Linli.Platform.Audit;
using Linli.Platform.Data;
using Linli.Platform.Problems;
using Microsoft.EntityFrameworkCore;

namespace Linli.Party;

/// <summary>Saves a change with its audit line.</summary>
internal sealed class PartyChange(AppDb db, IAccess access, TimeProvider clock)
{
    /// <returns>What stood in the way: somebody was quicker.</returns>
    public async Task<Problem?> SaveAsync(string act, string subject, string divisionCode, object? details, CancellationToken ct)
    {
        db.Audit(access, act, subject, clock.GetUtcNow(), divisionCode, details);
        try
        {
            await db.SaveChangesAsync(ct);
            return null;
        }
        catch (DbUpdateException)   // another version, or what may be there only once
        {
            db.Forget();
            return Problem.Stale;
        }
    }
}

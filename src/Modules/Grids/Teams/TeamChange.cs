using Linli.Contracts.Grids;
using Linli.Platform.Access;
using Linli.Platform.Audit;
using Linli.Platform.Data;
using Linli.Platform.Events;
using Linli.Platform.Problems;
using Microsoft.EntityFrameworkCore;

namespace Linli.Grids;

/// <summary>Saves changes of zones, teams and absences with their audit line, and tells who keeps scopes in mind.</summary>
internal sealed class TeamChange(AppDb db, IAccess access, TimeProvider clock)
{
    /// <returns>What stood in the way: somebody was quicker.</returns>
    public async Task<Problem?> SaveAsync(string act, string subject, string divisionCode, object? details, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        db.Publish(new GridTeamsChanged(divisionCode), now);
        db.Audit(access, act, subject, now, divisionCode, details);
        try
        {
            await db.SaveChangesAsync(ct);
            return null;
        }
        catch (DbUpdateException)   // another version, or a grid that another zone took meanwhile
        {
            db.Forget();
            return Problem.Stale;
        }
    }
}

using Linli.Cases.Taxonomy;
using Linli.Platform.Access;
using Linli.Platform.Audit;
using Linli.Platform.Data;
using Linli.Platform.Problems;
using Microsoft.EntityFrameworkCore;

namespace Linli.Cases.EditTaxonomy;

/// <summary>An entry speaks no more; a wider one does from now on, where there is one.</summary>
internal sealed class EndResponsibilityHandler(AppDb db, IAccess access, TaxonomyCache cache, TimeProvider clock)
{
    public async Task<Result<Done>> HandleAsync(string category, Guid id, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        if (await db.Responsibilities.InForce(now).SingleOrDefaultAsync(e => e.Id == id && e.CategoryCode == category, ct) is not { } entry || !access.Sees(entry.DivisionCode)) return Problem.NotFound;
        entry.ValidTo = now;
        db.Audit(access, "cases.end-responsibility", "category/" + category, now, entry.DivisionCode, new { entry.Id, Unit = entry.UnitId });
        db.AfterCommit(cache.Forget);
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateConcurrencyException)
        {
            return Problem.Stale;
        }
        return new Done();
    }
}

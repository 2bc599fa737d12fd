using Linli.Cases.Consultations;
using Linli.Platform.Access;
using Linli.Platform.Data;
using Linli.Platform.Problems;
using Microsoft.EntityFrameworkCore;

namespace Linli.Cases.FinishDecision;

/// <summary>The unit that a consultation gave something to do has done it; also after the consultation, while it sees the case.</summary>
internal sealed class FinishDecisionHandler(AppDb db, ConsultationTable table, IAccess access, TimeProvider clock)
{
    public async Task<Result<Done>> HandleAsync(Guid caseId, Guid decisionId, CancellationToken ct)
    {
        if (!access.May(CasesPolicies.Consult)) return Problem.Forbidden;
        var found = await db.Cases.AsNoTracking().Seen(db, access).SingleOrDefaultAsync(c => c.Id == caseId, ct);
        var named = await (from d in db.ConsultationDecisions join c in db.Consultations on d.ConsultationId equals c.Id where d.Id == decisionId && c.CaseId == caseId select new { Decision = d, Consultation = c })
            .SingleOrDefaultAsync(ct);
        if (found is null || named is null) return Problem.NotFound;
        if (named.Decision.UnitId != access.Unit && !table.Leads(named.Consultation)) return Problem.Forbidden;
        if (named.Decision.DoneAt is not null) return new Done();
        var now = clock.GetUtcNow();
        named.Decision.Finish(access.Actor.Name, now);
        try
        {
            await table.SaveAsync(found, "finishDecision", now, ct);
        }
        catch (DbUpdateConcurrencyException)
        {
            return Problem.Stale;
        }
        return new Done();
    }
}

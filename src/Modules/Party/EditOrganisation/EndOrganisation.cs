using Linli.Platform.Access;
using Linli.Platform.Data;
using Linli.Platform.Problems;
using Linli.Platform.Time;
using Microsoft.EntityFrameworkCore;

namespace Linli.Party;

/// <summary>Ends an organisation that nobody belongs to any more.</summary>
internal sealed class EndOrganisationHandler(AppDb db, IAccess access, PartyChange change, SiteTime site, TimeProvider clock)
{
    public async Task<Result<Done>> Handle(Guid id, EndIt command, CancellationToken ct)
    {
        if (await db.Organisations.Within(access).SingleOrDefaultAsync(o => o.Id == id, ct) is not { } organisation) return Problem.NotFound;
        if (organisation.Version != command.Version) return Problem.Stale;
        if (organisation.Until is not null) return PartyErrors.Ended;
        if (await db.Organisations.Present().AnyAsync(o => o.AboveId == id, ct) || await db.Members.Present().AnyAsync(m => m.OrganisationId == id, ct)) return PartyErrors.StillHasBelow;
        (organisation.Until, organisation.EndReason, organisation.Version) = (site.Date(clock.GetUtcNow()), command.Reason!.Trim(), organisation.Version + 1);
        return await change.SaveAsync("party.end-organisation", organisation.Subject, organisation.DivisionCode, new { command.Reason }, ct) is { } problem ? problem : new Done();
    }
}

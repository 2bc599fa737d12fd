using Linli.Contracts.Grids;
using Linli.Platform.Data;
using Linli.Platform.Jobs;
using Linli.Platform.Time;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Linli.Cases.MakeBulletin;

/// <summary>On Monday morning, the bulletins of the week before: of the district and of each of its streets. Those that are there are not made again.</summary>
internal sealed class MakeBulletins(AppDb db, MakeBulletinHandler handler, IDivisions divisions, SiteTime site, IOptions<CasesOptions> options) : IJob
{
    public async Task RunAsync(CancellationToken ct)
    {
        var (home, week) = (options.Value.HomeDivision, handler.LastWeek);
        var over = site.EndOf(week.AddDays(6));   // one made before tells of a part of the week
        var made = await db.Bulletins.AsNoTracking().Where(b => b.Week == week && b.MadeAt >= over).Select(b => b.DivisionCode).ToListAsync(ct);
        foreach (var division in divisions.Below(home).Select(d => d.Code).Prepend(home).Except(made)) await handler.HandleAsync(new() { Division = division, Day = week }, ct);
    }
}

using Linli.Platform.Access;
using Linli.Platform.Data;
using Linli.Platform.Time;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Linli.Workforce;

/// <summary>A shift of the caller's own.</summary>
/// <param name="Day">The day on which it begins.</param>
/// <param name="Kind">Its kind.</param>
/// <param name="Hours">On the clock, e.g. <c>22:00–06:00</c>.</param>
/// <param name="With">Who else has a shift in the same roster on that day.</param>
internal sealed record MyShift(DateOnly Day, ShiftKind Kind, string Hours, IReadOnlyList<string> With);

/// <summary>The published shifts of whoever is signed in, from today on.</summary>
internal sealed class MyShiftsHandler(AppDb db, IAccess access, IOptions<WorkforceOptions> options, SiteTime site, TimeProvider clock)
{
    private const int Most = 60;

    public async Task<IReadOnlyList<MyShift>> Handle(CancellationToken ct)
    {
        if (access.Actor.Id is not { } account) return [];
        var today = site.Date(clock.GetUtcNow());
        var own = await (from shift in db.PublishedShifts() join worker in db.Workers on shift.WorkerId equals worker.Id
                         where worker.AccountId == account && shift.Day >= today orderby shift.Day select shift).Take(Most).ToListAsync(ct);
        var rosters = own.Select(s => s.RosterId).Distinct().ToList();
        var beside = (await (from shift in db.Shifts join worker in db.Workers on shift.WorkerId equals worker.Id
                             where rosters.Contains(shift.RosterId) && worker.AccountId != account select new { shift.RosterId, shift.Day, worker.Name }).ToListAsync(ct)).ToLookup(s => (s.RosterId, s.Day), s => s.Name);
        var times = options.Value.Times;
        return [.. own.Select(s => new MyShift(s.Day, s.Kind, times[s.Kind].ToString(), [.. beside[(s.RosterId, s.Day)].Order(StringComparer.Ordinal)]))];
    }
}

internal static class MyShiftsEndpoint
{
    /// <summary>The caller's own shifts from today on, as published.</summary>
    public static async Task<Ok<IReadOnlyList<MyShift>>> Get(MyShiftsHandler handler, CancellationToken ct) => TypedResults.Ok(await handler.Handle(ct));
}

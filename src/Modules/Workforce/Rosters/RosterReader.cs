using Linli.Platform.Data;
using Linli.Platform.Time;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;

namespace Linli.Workforce;

/// <summary>A rule that a roster breaks, in words.</summary>
internal sealed record BrokenRule(RestRule Rule, DateOnly Day, Guid? WorkerId, string Message);

/// <summary>Reads the people of a division and holds a week of their shifts against the rules.</summary>
internal sealed class RosterReader(AppDb db, IOptions<WorkforceOptions> options, IStringLocalizer<WorkforceModule> text)
{
    private readonly RestRules rules = new(options.Value.Rest, options.Value.Times);

    /// <summary>Everybody who works for a division in a week.</summary>
    public Task<List<Worker>> PeopleAsync(string division, DateOnly monday, CancellationToken ct)
    {
        var end = monday.AddDays(RestRules.DaysAWeek);
        return db.Workers.AsNoTracking().Where(w => w.DivisionCode == division && w.Since < end && (w.Until == null || w.Until > monday)).OrderBy(w => w.Id).ToListAsync(ct);
    }

    /// <summary>The days of granted leave that touch some days, by worker.</summary>
    public async Task<ILookup<Guid, DateOnly>> AwayAsync(IEnumerable<Guid> workers, DateOnly from, DateOnly until, CancellationToken ct)
    {
        var ids = workers.ToList();
        var leaves = await db.Leaves.AsNoTracking().Where(l => ids.Contains(l.WorkerId) && l.State == LeaveState.Granted && l.FirstDay <= until && l.LastDay >= from).ToListAsync(ct);
        return leaves.SelectMany(leave => leave.Days, (leave, day) => (leave.WorkerId, Day: day)).ToLookup(away => away.WorkerId, away => away.Day);
    }

    /// <summary>What a week would break, with what is published around it.</summary>
    /// <param name="people">Everybody who works there.</param>
    /// <param name="monday">The week.</param>
    /// <param name="week">Its shifts, stored or not.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<IReadOnlyList<BrokenRule>> CheckAsync(IReadOnlyList<Worker> people, DateOnly monday, IEnumerable<Duty> week, CancellationToken ct)
    {
        var (from, until, next) = (rules.From(monday), rules.Until(monday), monday.AddDays(RestRules.DaysAWeek));
        var ids = people.Select(w => w.Id).ToList();
        var around = await db.PublishedShifts().Where(s => ids.Contains(s.WorkerId) && s.Day >= from && s.Day <= until && (s.Day < monday || s.Day >= next))
            .Select(s => new Duty(s.WorkerId, s.Day, s.Kind)).ToListAsync(ct);
        var away = await AwayAsync(ids, from, until, ct);
        var crew = people.Select(w => new Crew(w.Id, w.Since, away[w.Id].ToHashSet())).ToList();
        var names = people.ToDictionary(w => w.Id, w => w.Name);
        return [.. rules.Check(monday, crew, [.. around, .. week]).Select(breach => new BrokenRule(breach.Rule, breach.Day, breach.WorkerId, Say(breach, names)))];
    }

    private string Say(Breach breach, Dictionary<Guid, string> names) =>
        text["breach." + breach.Rule, breach.WorkerId is { } id ? names[id] : "", breach.Day, breach.Found, breach.Limit];
}

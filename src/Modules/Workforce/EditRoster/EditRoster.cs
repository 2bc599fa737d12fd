using System.ComponentModel.DataAnnotations;
using Linli.Platform.Access;
using Linli.Platform.Data;
using Linli.Platform.Problems;
using Linli.Platform.Time;
using Linli.Platform.Web;
using Microsoft.EntityFrameworkCore;

namespace Linli.Workforce;

/// <summary>A shift of a roster that is being written.</summary>
internal sealed record PlannedShift(Guid WorkerId, DateOnly Day, ShiftKind Kind);

/// <summary>The shifts of a week, all of them, as changed from a version that the caller saw; 0 where there was none.</summary>
internal sealed record SaveRoster : ICommand
{
    [MaxLength(2000, ErrorMessage = "workforce.too-many-shifts")] public IReadOnlyList<PlannedShift> Shifts { get; set; } = [];
    public int Version { get; set; }

    /// <summary>Whether it shall be published with that. What is published once stays so and keeps to the rules.</summary>
    public bool Publish { get; set; }
}

/// <summary>Somebody's row in a roster.</summary>
internal sealed record RosterRow(Guid WorkerId, string Name, IReadOnlyDictionary<DateOnly, ShiftKind> Shifts, IReadOnlyList<DateOnly> Away);

/// <summary>A roster as shown, with what it breaks.</summary>
internal sealed record RosterWeek(string DivisionCode, DateOnly Monday, DateTimeOffset? PublishedAt, string? PublishedBy, int Version, IReadOnlyList<RosterRow> People, IReadOnlyList<BrokenRule> Broken)
{
    public IEnumerable<DateOnly> Days => Enumerable.Range(0, RestRules.DaysAWeek).Select(Monday.AddDays);
}

/// <summary>Keeps the rosters of the caller's divisions. A draft may break rules; what is published may not.</summary>
internal sealed class EditRosterHandler(AppDb db, IAccess access, WorkforceChange change, Workplaces places, RosterReader reader, TimeProvider clock)
{
    /// <summary>The roster of the week that a day is in; an empty one where none is written; null where the caller does not look.</summary>
    public async Task<RosterWeek?> Find(string division, DateOnly day, CancellationToken ct)
    {
        if (!places.Has(division)) return null;
        var monday = Roster.MondayOf(day);
        var people = await reader.PeopleAsync(division, monday, ct);
        var (roster, shifts) = await LoadAsync(division, monday, ct);
        var away = await reader.AwayAsync(people.Select(w => w.Id), monday, monday.AddDays(RestRules.DaysAWeek - 1), ct);
        var duties = shifts.Select(s => new Duty(s.WorkerId, s.Day, s.Kind)).ToList();
        return new(division, monday, roster?.PublishedAt, roster?.PublishedBy, roster?.Version ?? 0,
            [.. people.Select(w => new RosterRow(w.Id, w.Name, duties.Where(d => d.WorkerId == w.Id).ToDictionary(d => d.Day, d => d.Kind), [.. away[w.Id]]))],
            shifts.Count == 0 ? [] : await reader.CheckAsync(people, monday, duties, ct));
    }

    public async Task<Result<int>> Save(string division, DateOnly day, SaveRoster command, CancellationToken ct)
    {
        if (!places.Has(division)) return Problem.NotFound;
        var (now, monday) = (clock.GetUtcNow(), Roster.MondayOf(day));
        var people = await reader.PeopleAsync(division, monday, ct);
        if (!Fits(command.Shifts, people, monday)) return Problem.Invalid("shifts", "workforce.shift-wrong");
        var (roster, present) = await LoadAsync(division, monday, ct);
        if ((roster?.Version ?? 0) != command.Version) return Problem.Stale;
        if (command.Publish || roster?.PublishedAt is not null)
        {
            var broken = await reader.CheckAsync(people, monday, command.Shifts.Select(s => new Duty(s.WorkerId, s.Day, s.Kind)), ct);
            if (broken.Count > 0) return WorkforceErrors.RosterBreaksRules with { Errors = new Dictionary<string, string[]> { ["shifts"] = [.. broken.Select(rule => rule.Message)] } };
        }
        roster ??= db.Add(new Roster { Id = Guid.CreateVersion7(now), DivisionCode = division, Monday = monday }).Entity;
        if (command.Publish && roster.PublishedAt is null) roster.Publish(access.Actor.Name, now);
        else roster.Change();
        Replace(roster, present, command.Shifts);
        return await change.SaveAsync(command.Publish ? "workforce.publish-roster" : "workforce.save-roster", roster.Subject, division, new { monday, shifts = command.Shifts.Count }, ct) is { } problem ? problem : roster.Version;
    }

    private async Task<(Roster? Roster, List<Shift> Shifts)> LoadAsync(string division, DateOnly monday, CancellationToken ct)
    {
        if (await db.Rosters.Within(access).SingleOrDefaultAsync(r => r.DivisionCode == division && r.Monday == monday, ct) is not { } roster) return (null, []);
        return (roster, await db.Shifts.Where(s => s.RosterId == roster.Id).ToListAsync(ct));
    }

    /// <summary>Whether these are shifts of people who work there on days of the week, one a day each.</summary>
    private static bool Fits(IReadOnlyList<PlannedShift> shifts, List<Worker> people, DateOnly monday)
    {
        var known = people.ToDictionary(w => w.Id);
        return shifts.DistinctBy(s => (s.WorkerId, s.Day)).Count() == shifts.Count && shifts.All(s => Enum.IsDefined(s.Kind) && Roster.MondayOf(s.Day) == monday
            && known.TryGetValue(s.WorkerId, out var worker) && s.Day >= worker.Since && (worker.Until is null || s.Day < worker.Until));
    }

    private void Replace(Roster roster, List<Shift> present, IReadOnlyList<PlannedShift> wanted)
    {
        var kept = wanted.ToDictionary(s => (s.WorkerId, s.Day), s => s.Kind);
        foreach (var shift in present)
            if (kept.Remove((shift.WorkerId, shift.Day), out var kind)) shift.Kind = kind;
            else db.Remove(shift);
        db.AddRange(kept.Select(s => new Shift { Id = Guid.CreateVersion7(clock.GetUtcNow()), RosterId = roster.Id, DivisionCode = roster.DivisionCode, WorkerId = s.Key.WorkerId, Day = s.Key.Day, Kind = s.Value }));
    }
}

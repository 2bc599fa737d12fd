namespace Linli.Worktime;

/// <summary>One running time limit: when it started, how long it is, when it stood still, by how much it was extended. Immutable.</summary>
public sealed record Clock(DateTimeOffset Started, Limit Limit)
{
    /// <summary>The shares of the limit, in percent, at which people are told.</summary>
    public static IReadOnlyList<int> AlertPercents { get; } = [50, 80, 100, 200];

    /// <summary>The times it stood still, in any order. Only the last may be open.</summary>
    public IReadOnlyList<Pause> Pauses { get; init; } = [];

    /// <summary>延期: more of the same unit, granted later.</summary>
    public Limit? Extension { get; init; }

    /// <summary>Limit and extension together.</summary>
    /// <exception cref="ArgumentException">The extension is in another unit; measure it in the limit's first.</exception>
    public Limit Total => Extension is { } extension ? Limit + extension : Limit;

    /// <summary>The clock standing still from <paramref name="at"/>; the same clock when it already does.</summary>
    public Clock PausedAt(DateTimeOffset at) => Pauses.Any(pause => pause.To is null) ? this : this with { Pauses = [.. Pauses, new(at)] };

    /// <summary>The clock running again from <paramref name="at"/>; the same clock when it already does.</summary>
    public Clock ResumedAt(DateTimeOffset at) => this with { Pauses = [.. Pauses.Select(pause => pause with { To = pause.To ?? at })] };

    /// <summary>The clock with more time.</summary>
    /// <exception cref="ArgumentException">The units differ.</exception>
    public Clock ExtendedBy(Limit more) => this with { Extension = (Extension ?? new Limit(0L, Limit.Unit)) + more };

    /// <summary>When the limit runs out, in UTC; null when an open pause comes first.</summary>
    public DateTimeOffset? Due(WorkCalendar calendar) => Reaches(calendar, Total);

    /// <summary>When each share of the limit is used up, earliest first; those an open pause comes before are left out.</summary>
    public IReadOnlyList<Alert> Alerts(WorkCalendar calendar) => AlertsAt(calendar, AlertPercents);

    /// <inheritdoc cref="Alerts"/>
    public IReadOnlyList<Alert> AlertsAt(WorkCalendar calendar, IEnumerable<int> percents) =>
    [
        .. from percent in percents.Order()
           let at = Reaches(calendar, Total.Part(percent))
           where at is not null
           select new Alert(percent, at.Value),
    ];

    /// <summary>What the clock shows at <paramref name="now"/>.</summary>
    public ClockReading Read(WorkCalendar calendar, DateTimeOffset now)
    {
        var (due, total, used) = (Due(calendar), Total, UsedAt(calendar, now));
        return new(due, used, new(Math.Max(0, total.Ticks - used.Ticks), total.Unit),
            total.Ticks == 0 ? 1 : (double)used.Ticks / total.Ticks,
            Paused: Pauses.Any(pause => pause.From <= now && !(pause.To <= now)),
            Overdue: due < now);
    }

    /// <summary>How much of the time between two instants a clock with such pauses runs, day and night: how late something is, by no calendar.</summary>
    public static TimeSpan Ran(DateTimeOffset from, DateTimeOffset to, IEnumerable<Pause> pauses) =>
        new(Runs(from, pauses).Sum(run => Math.Max(0, ((run.To < to ? run.To.Value : to) - run.From).Ticks)));

    /// <summary>Why the deadline is what it is.</summary>
    public Explanation Explain(WorkCalendar calendar) => Explainer.Explain(this, calendar);

    private Limit UsedAt(WorkCalendar calendar, DateTimeOffset now) => Runs(Started, Pauses)
        .Select(run => calendar.Measure(run.From, run.To < now ? run.To.Value : now, Limit.Unit))
        .Aggregate(new Limit(0L, Limit.Unit), (sum, part) => sum + part);

    private DateTimeOffset? Reaches(WorkCalendar calendar, Limit amount)
    {
        foreach (var (from, to) in Runs(Started, Pauses))
        {
            var run = to is null ? amount : calendar.Measure(from, to.Value, amount.Unit);
            if (run.Ticks >= amount.Ticks) return calendar.Add(from, amount);
            amount = new(amount.Ticks - run.Ticks, amount.Unit);
        }
        return null;
    }

    // The stretches between the pauses; pauses may overlap each other or begin before the clock does.
    private static IEnumerable<(DateTimeOffset From, DateTimeOffset? To)> Runs(DateTimeOffset from, IEnumerable<Pause> pauses)
    {
        foreach (var pause in pauses.OrderBy(pause => pause.From))
        {
            if (pause.From > from) yield return (from, pause.From);
            if (pause.To is not { } to) yield break;
            if (to > from) from = to;
        }
        yield return (from, null);
    }
}

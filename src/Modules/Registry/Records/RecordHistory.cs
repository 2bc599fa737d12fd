namespace Linli.Registry;

/// <summary>All states of one record, and what follows from them.</summary>
internal sealed class RecordHistory(IEnumerable<RecordState> states)
{
    /// <summary>In the order in which they are true; of several from the same day, as they were recorded.</summary>
    public IReadOnlyList<RecordState> States { get; } = [.. states.OrderBy(s => s.ValidFrom).ThenBy(s => s.RecordedAt).ThenBy(s => s.Id)];

    /// <summary>What is true last, as far as is known now; a record always has such a state.</summary>
    public RecordState Latest => States.Last(s => s.SupersededAt is null);

    /// <summary>What was true on a day, by what was known at an instant; null before the record began, or was known of.</summary>
    public RecordState? AsOf(DateOnly day, DateTimeOffset known) =>
        States.LastOrDefault(s => s.ValidFrom <= day && s.RecordedAt <= known && (s.SupersededAt is not { } wrong || wrong > known));

    /// <summary>The first day after a state on which another one is true, as far as is known now; null where it is true still.</summary>
    public DateOnly? Until(RecordState state) =>
        States.SkipWhile(s => s != state).Skip(1).FirstOrDefault(s => s.SupersededAt is null)?.ValidFrom;
}

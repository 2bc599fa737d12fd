namespace Linli.Demo;

/// <summary>
/// The course of one case. Every step takes its time in office hours; what would come after the end has not happened yet,
/// and here and there a case lies still.
/// </summary>
internal ref struct Course(DateTimeOffset end, ref Dice dice)
{
    private static readonly TimeSpan Patience = TimeSpan.FromDays(6);
    private readonly ref Dice _dice = ref dice;
    private bool _stopped;

    public List<StoryEvent> Events { get; } = new(8);
    public readonly DateTimeOffset Now => Events[^1].At;
    public readonly bool Goes => !_stopped;

    /// <summary>Notes a step after so many office hours on average.</summary>
    public bool Wait(StoryStep step, double hours, string? by, string? unit = null, string? text = null) =>
        At(step, OfficeHours.Add(Now, _dice.Wait(hours) + 0.05), by, unit, text);

    /// <summary>Notes a step; false when it has not come to that.</summary>
    public bool At(StoryStep step, DateTimeOffset at, string? by, string? unit = null, string? text = null)
    {
        var whole = at.AddTicks(-(at.Ticks % TimeSpan.TicksPerSecond));
        if (_stopped || whole > end || LiesStill()) _stopped = true;
        else Events.Add(new(step, whole, by, unit, text));
        return !_stopped;
    }

    /// <summary>What lies still is found within days, so only what is young lies there now.</summary>
    private readonly bool LiesStill() =>
        Events.Count > 0 && end - Now < Patience && _dice.Chance(Events[^1].Step is StoryStep.Suspended or StoryStep.Reopened ? 0.3 : 0.05);
}

using Microsoft.Extensions.Localization;

namespace Linli.Ui;

/// <summary>How a deadline stands, as <see cref="DeadlineBadge"/> shows it.</summary>
/// <param name="Remaining">Time left in the clock that the limit is counted in; negative when overdue.</param>
/// <param name="Used">Share of the limit that is used: 0 at the start, 1 when due.</param>
/// <param name="Paused">The clock stands still.</param>
/// <param name="Settled">The work is done; <paramref name="Remaining"/> is what was left then.</param>
/// <param name="Left">The time left in words when it is counted in working days rather than hours.</param>
public sealed record Deadline(TimeSpan Remaining, double Used, bool Paused = false, bool Settled = false, string? Left = null)
{
    private const double Soon = .8;

    private bool Overdue => Remaining < TimeSpan.Zero;

    /// <summary>The colour.</summary>
    public Tone Tone => this switch
    {
        { Overdue: true } => Tone.Bad,
        { Settled: true } => Tone.Good,
        { Paused: true } => Tone.Neutral,
        { Used: >= Soon } => Tone.Waiting,
        _ => Tone.Neutral,
    };

    internal string Icon => this switch
    {
        { Settled: true, Overdue: false } => "circle-check",
        { Paused: true } => "clock-pause",
        { Overdue: true } => "clock-exclamation",
        _ => "clock",
    };

    internal string Words(IStringLocalizer text) => this switch
    {
        { Settled: true, Overdue: false } => text["SettledInTime"],
        { Settled: true } => text["SettledLate", Span(text)],
        { Paused: true, Overdue: true } => text["OverdueWhenPaused", Span(text)],
        { Paused: true } => text["ClockPaused"],
        { Overdue: true } => text["OverdueBy", Span(text)],
        _ => text["TimeLeft", Left ?? Span(text)],
    };

    private string Span(IStringLocalizer text) => Remaining.Duration() switch
    {
        { TotalDays: >= 1 } span => span.Hours == 0 ? text["Days", span.Days] : text["DaysHours", span.Days, span.Hours],
        { TotalHours: >= 1 } span => span.Minutes == 0 ? text["Hours", (int)span.TotalHours] : text["HoursMinutes", (int)span.TotalHours, span.Minutes],
        var span => text["Minutes", Math.Max(1, (int)span.TotalMinutes)],
    };
}

namespace Linli.Worktime;

/// <summary>Why some time does not count.</summary>
public enum SkipReason
{
    /// <summary>午休: a gap within the office hours of a day.</summary>
    Break,

    /// <summary>周末.</summary>
    Weekend,

    /// <summary>节假日.</summary>
    Holiday,

    /// <summary>挂起: the clock stood still.</summary>
    Pause,
}

/// <summary>One stretch that does not count, on the calendar's own clock. A break stands for the same break on every day.</summary>
public sealed record SkippedTime(SkipReason Reason, DateTimeOffset From, DateTimeOffset? To, Holiday? Holiday = null);

/// <summary>Why a deadline is what it is. All times are on the calendar's own clock.</summary>
public sealed record Explanation
{
    /// <summary>When the matter came in.</summary>
    public required DateTimeOffset Started { get; init; }

    /// <summary>When counting began: the next opening for working time.</summary>
    public required DateTimeOffset CountedFrom { get; init; }

    /// <summary>The limit, with its extension.</summary>
    public required Limit Limit { get; init; }

    /// <summary>The extension within the limit, if one was granted.</summary>
    public Limit? Extension { get; init; }

    /// <summary>The deadline; null while the clock stands still.</summary>
    public DateTimeOffset? Due { get; init; }

    /// <summary>What was not counted: breaks, then days in order, then pauses.</summary>
    public required IReadOnlyList<SkippedTime> Skipped { get; init; }

    /// <summary>Weekend days that count because they are worked (调休).</summary>
    public required IReadOnlyList<DateOnly> MakeUpDays { get; init; }

    /// <summary>Years in which only weekends were left out, for their holidays are not announced yet.</summary>
    public required IReadOnlyList<int> UnannouncedYears { get; init; }

    /// <summary>The explanation in one sentence.</summary>
    /// <param name="language">"zh-CN" or "en"; anything else reads as zh-CN.</param>
    public string InWords(string language) => new ExplanationWords(this, Texts.In(language)).ToString();
}

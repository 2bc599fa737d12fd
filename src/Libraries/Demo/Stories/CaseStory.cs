namespace Linli.Demo;

/// <summary>One invented case from the report to where it stands at the end of the period.</summary>
public sealed record CaseStory
{
    /// <summary>Number in the stream, from 0; reports come in order of time.</summary>
    public required long Index { get; init; }
    /// <summary><c>web</c>, <c>phone</c>, <c>counter</c>, <c>grid-worker</c> or <c>api</c>.</summary>
    public required string Channel { get; init; }
    /// <summary>When it was reported, UTC.</summary>
    public required DateTimeOffset ReportedAt { get; init; }
    /// <summary>A short title in the reporter's words.</summary>
    public required string Title { get; init; }
    /// <summary>The free text.</summary>
    public required string Text { get; init; }
    /// <summary>The leaf that the clerk settled on; in three of a hundred a sister of the right one, as in life.</summary>
    public required string CategoryCode { get; init; }
    /// <summary>The grid that holds <see cref="At"/>.</summary>
    public required string GridCode { get; init; }
    /// <summary>Where it is.</summary>
    public required DemoPoint At { get; init; }
    /// <summary>Where it is, in the reporter's words.</summary>
    public required string PlaceText { get; init; }
    /// <summary>Null when anonymous or found by staff.</summary>
    public required DemoReporter? Reporter { get; init; }
    /// <summary>The unit responsible by the list.</summary>
    public required string UnitCode { get; init; }
    /// <summary>What happened, in order of time; the first is always the receipt.</summary>
    public required IReadOnlyList<StoryEvent> Events { get; init; }
    /// <summary>The reporter's judgement, once closed.</summary>
    public required StoryRating? Rating { get; init; }
    /// <summary>Cases with the same number report the same thing in other words.</summary>
    public required long? DuplicateGroup { get; init; }
    /// <summary>Title of the hot issue that it belongs to.</summary>
    public required string? HotIssue { get; init; }
    /// <summary>Pictures to draw.</summary>
    public required IReadOnlyList<StoryPhoto> Photos { get; init; }

    /// <summary>Where the case stands, by its last event.</summary>
    public StoryStatus Status => Events[^1].Step.Leads();
    /// <summary>The last reply to the reporter, if there was one.</summary>
    public string? Reply => Events.LastOrDefault(e => e.Step is StoryStep.Closed or StoryStep.Declined)?.Text;
}

/// <summary>An invented resident.</summary>
/// <param name="Name">Chinese name.</param>
/// <param name="Phone">Eleven digits that begin with 100.</param>
public sealed record DemoReporter(string Name, string Phone);

/// <summary>One step of a case.</summary>
/// <param name="Step">What was done.</param>
/// <param name="At">When, UTC.</param>
/// <param name="By">User name of the account; null for the reporter.</param>
/// <param name="UnitCode">The unit that is given the case, or gives it back.</param>
/// <param name="Text">Remark, reason or reply, in Chinese.</param>
public sealed record StoryEvent(StoryStep Step, DateTimeOffset At, string? By, string? UnitCode = null, string? Text = null);

/// <summary>What the reporter thinks, each from 1 to 5.</summary>
/// <param name="At">When, UTC.</param>
/// <param name="Satisfied">On the whole.</param>
/// <param name="Speed">How fast.</param>
/// <param name="Result">How well.</param>
/// <param name="Manner">How kindly.</param>
/// <param name="Words">In words, may be empty.</param>
public sealed record StoryRating(DateTimeOffset At, bool Satisfied, int Speed, int Result, int Manner, string Words);

/// <summary>A picture for <see cref="DemoPhoto.Draw"/>.</summary>
/// <param name="Scene">What it shows.</param>
/// <param name="Seed">Which one.</param>
/// <param name="After">Taken by the handler, when it was put right.</param>
public sealed record StoryPhoto(PhotoScene Scene, int Seed, bool After);

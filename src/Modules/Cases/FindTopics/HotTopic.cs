using Linli.Platform.Access;

namespace Linli.Cases.FindTopics;

/// <summary>热点: reports of one matter in the last two weeks, as the program gathered them.</summary>
internal sealed class HotTopic : IInDivision
{
    public required Guid Id { get; init; }

    /// <summary>The title of the report in the middle of all.</summary>
    public required string Title { get; init; }

    /// <summary>The place that most of them name; empty when none does.</summary>
    public required string Place { get; init; }

    /// <summary>The division that holds all of them.</summary>
    public required string DivisionCode { get; init; }

    /// <summary>The category that most of them have.</summary>
    public required string? CategoryCode { get; init; }
    public required DateTimeOffset FirstAt { get; init; }
    public required DateTimeOffset LastAt { get; init; }

    /// <summary>How many reports.</summary>
    public required int Reports { get; init; }

    /// <summary>How many of the last seven days.</summary>
    public required int ThisWeek { get; init; }

    /// <summary>How many of the seven days before.</summary>
    public required int WeekBefore { get; init; }

    /// <summary>The cases, the newest first.</summary>
    public required IReadOnlyList<Guid> CaseIds { get; init; }
    public required DateTimeOffset FoundAt { get; init; }
}

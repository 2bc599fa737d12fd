using Linli.Platform.Access;

namespace Linli.Registry;

/// <summary>That somebody is to be looked after (标签), why, by whose word, and when they are to be visited next.</summary>
internal sealed class Need : IInDivision
{
    public required Guid Id { get; init; }

    /// <summary>The person.</summary>
    public required Guid RecordId { get; set; }
    public required string DivisionCode { get; set; }
    public required string Kind { get; init; }

    /// <summary>Why, in words of who tagged them; empty where a rule did.</summary>
    public required string Reason { get; init; }
    public required DateOnly Since { get; init; }

    /// <summary>The day on which it ends by itself; null where somebody ends it.</summary>
    public required DateOnly? Until { get; init; }

    /// <summary>Whether a rule tagged them; then the rule ends it too.</summary>
    public required bool ByRule { get; init; }
    public required string TaggedBy { get; init; }

    /// <summary>Days from one visit to the next.</summary>
    public required int Every { get; init; }

    /// <summary>When the next visit is due; null once it has ended.</summary>
    public required DateOnly? NextVisit { get; set; }

    /// <summary>What a device said since the last visit, of <c>signal-kinds.json</c>; the latest.</summary>
    public string? Signal { get; set; }

    /// <summary>When it said so.</summary>
    public DateTimeOffset? SignalAt { get; set; }
    public DateOnly? EndedOn { get; set; }
    public string? EndedBy { get; set; }
    public string? EndedWhy { get; set; }
    public required int Version { get; set; }

    /// <summary>Somebody was there and met them.</summary>
    public void Visited(DateOnly today) => (NextVisit, Signal, SignalAt) = (today.AddDays(Every), null, null);

    /// <summary>Ends it.</summary>
    public void End(DateOnly on, string by, string why)
    {
        (EndedOn, EndedBy, EndedWhy, NextVisit, Signal, SignalAt) = (on, by, why, null, null, null);
        Version++;
    }

    /// <summary>Takes back that it has ended.</summary>
    public void Resume(DateOnly? nextVisit)
    {
        (EndedOn, EndedBy, EndedWhy, NextVisit) = (null, null, null, nextVisit);
        Version++;
    }
}

/// <summary>A visit to somebody who is looked after. Only ever added.</summary>
internal sealed class Visit : IInDivision
{
    public const string WordsPurpose = "registry.visit.words";

    public required Guid Id { get; init; }
    public required Guid NeedId { get; init; }
    public required Guid RecordId { get; init; }
    public required string DivisionCode { get; init; }
    public required DateTimeOffset At { get; init; }
    public required Guid? ActorId { get; init; }
    public required string ActorName { get; init; }
    public required VisitOutcome Outcome { get; init; }

    /// <summary>What was found, encrypted.</summary>
    public required byte[]? Words { get; init; }
}

/// <summary>What a visit found.</summary>
internal enum VisitOutcome
{
    /// <summary>一切正常</summary>
    Well,

    /// <summary>需要帮助</summary>
    NeedsHelp,

    /// <summary>没有见到人; the visit stays due.</summary>
    NotMet,
}

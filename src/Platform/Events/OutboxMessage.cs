using Linli.Platform.Data;

namespace Linli.Platform.Events;

/// <summary>An event on its way to its subscribers.</summary>
public sealed class OutboxMessage : IQueued
{
    /// <summary>Key, in time order.</summary>
    public required Guid Id { get; init; }

    /// <summary>Contract name of the event.</summary>
    public required string Name { get; init; }

    /// <summary>The event as JSON.</summary>
    public required string Payload { get; init; }

    /// <summary>When it was published.</summary>
    public required DateTimeOffset OccurredAt { get; init; }

    /// <summary>How often delivery was begun.</summary>
    public int Attempts { get; internal set; }

    /// <summary>When it is due next; null once it is delivered or parked.</summary>
    public DateTimeOffset? NextAt { get; internal set; }

    /// <summary>When it was given up, to be looked at by a person.</summary>
    public DateTimeOffset? ParkedAt { get; internal set; }

    /// <summary>Why the last attempt failed.</summary>
    public string? Error { get; internal set; }
}

/// <summary>Says that a subscriber has handled a message, so that it never does so twice.</summary>
internal sealed class InboxEntry
{
    public required string Subscriber { get; init; }
    public required Guid MessageId { get; init; }
    public required DateTimeOffset HandledAt { get; init; }
}

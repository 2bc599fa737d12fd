using Linli.Platform.Access;
using Linli.Platform.Data;

namespace Linli.Platform.Messages;

/// <summary>
/// A message and what became of it. Address and words are personal data (a one-time code is among them), so both are encrypted, and taken away
/// after a month; that there was a message stays in the log.
/// </summary>
internal sealed class QueuedMessage : IQueued, IInDivision
{
    public required Guid Id { get; init; }
    public required MessageWay Way { get; init; }
    public required byte[]? Address { get; init; }
    public required byte[]? Text { get; init; }

    /// <summary>The address as the log shows it.</summary>
    public required string? MaskedAddress { get; init; }
    public required string? Title { get; init; }
    public required string Purpose { get; init; }
    public required string Subject { get; init; }
    public required string DivisionCode { get; init; }
    public required bool Urgent { get; init; }
    public required bool Receipt { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }
    public required DeliveryState State { get; set; }

    /// <summary>How often sending was begun, since it was last sent by hand.</summary>
    public int Attempts { get; set; }

    /// <summary>When it is due; null once nothing is left to do.</summary>
    public DateTimeOffset? NextAt { get; set; }

    public DateTimeOffset? DeliveredAt { get; set; }

    /// <summary>Why the last attempt failed, or why it is withheld: a word of ours or the name of an error, never what a carrier said, for that may hold the address.</summary>
    public string? Error { get; set; }
}

/// <summary>One time that a message was handed to its carrier.</summary>
internal sealed class DeliveryAttempt
{
    public required Guid Id { get; init; }
    public required Guid MessageId { get; init; }
    public required DateTimeOffset At { get; init; }

    /// <summary>Why it failed; null where it did not.</summary>
    public required string? Error { get; init; }
}

/// <summary>What became of a message.</summary>
public enum DeliveryState
{
    /// <summary>Not tried yet; perhaps it waits for the morning.</summary>
    Waiting,

    /// <summary>The carrier has taken it.</summary>
    Delivered,

    /// <summary>The last attempt failed; there will be another.</summary>
    Failed,

    /// <summary>Failed for good, or as often as is tried. A person may send it again.</summary>
    GivenUp,

    /// <summary>Not sent, because who it is for wants none.</summary>
    Withheld,
}

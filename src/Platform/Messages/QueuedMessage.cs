using Linli.Platform.Data;

namespace Linli.Platform.Messages;

/// <summary>A message on its way. Number and words are personal data (a one-time code is among them), so both are encrypted.</summary>
internal sealed class QueuedMessage : IQueued
{
    public required Guid Id { get; init; }
    public required byte[] Phone { get; init; }
    public required byte[] Text { get; init; }
    public required string Purpose { get; init; }
    public required string Subject { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>How often sending was begun.</summary>
    public int Attempts { get; set; }

    /// <summary>When it is due; null once it is delivered or given up.</summary>
    public DateTimeOffset? NextAt { get; set; }

    public DateTimeOffset? DeliveredAt { get; set; }

    /// <summary>What the last attempt failed with; the name of the error only, for senders put numbers into their messages.</summary>
    public string? Error { get; set; }
}

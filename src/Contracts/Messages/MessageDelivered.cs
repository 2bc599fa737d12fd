namespace Linli.Contracts.Messages;

/// <summary>A carrier has taken a message that asked for a receipt.</summary>
/// <param name="MessageId">The message.</param>
/// <param name="Purpose">Why it was sent, <c>module.what</c>.</param>
/// <param name="Subject">What it is about, <c>kind/key</c>.</param>
/// <param name="At">When the carrier took it.</param>
public sealed record MessageDelivered(Guid MessageId, string Purpose, string Subject, DateTimeOffset At) : IEvent
{
    /// <inheritdoc/>
    public static string Name => "platform.message-delivered.v1";
}

namespace Linli.Platform.Messages;

/// <summary>A message for somebody's phone or mailbox.</summary>
/// <param name="To">The mobile number, 11 digits, or the mail address.</param>
/// <param name="Text">What it says, in the reader's language.</param>
/// <param name="Purpose">Why it is sent, <c>module.what</c>; senders choose their template by it and logs name it.</param>
/// <param name="Subject">What it is about, <c>kind/key</c>.</param>
public sealed record OutgoingMessage(string To, string Text, string Purpose, string Subject)
{
    /// <summary>How it goes out.</summary>
    public MessageWay Way { get; init; }

    /// <summary>The heading of a mail. It is not encrypted, so it names no person.</summary>
    public string? Title { get; init; }

    /// <summary>Somebody waits for it with the phone in hand, as for a one-time code: quiet hours do not hold it back, and late it is worth nothing.</summary>
    public bool Urgent { get; init; }

    /// <summary>The division whose staff may see in the delivery log what became of it; empty: only those who see everything.</summary>
    public string DivisionCode { get; init; } = "";

    /// <summary>Whether a <see cref="Contracts.Messages.MessageDelivered"/> tells that the carrier took it.</summary>
    public bool Receipt { get; init; }
}

/// <summary>How a message goes out.</summary>
public enum MessageWay
{
    /// <summary>短信</summary>
    Sms,

    /// <summary>邮件</summary>
    Email,
}

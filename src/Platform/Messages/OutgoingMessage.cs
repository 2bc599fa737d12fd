namespace Linli.Platform.Messages;

/// <summary>A short message for somebody's phone.</summary>
/// <param name="To">The mobile number, 11 digits.</param>
/// <param name="Text">What it says, in the reader's language.</param>
/// <param name="Purpose">Why it is sent, <c>module.what</c>; senders choose their template by it and logs name it.</param>
/// <param name="Subject">What it is about, <c>kind/key</c>.</param>
public sealed record OutgoingMessage(string To, string Text, string Purpose, string Subject);

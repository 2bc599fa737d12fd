namespace Linli.Platform.Messages;

/// <summary>Hands messages to a carrier. Installations may register their own; it must be safe to hand over the same message twice, and several at once.</summary>
public interface IMessageSender
{
    /// <summary>Hands over one message; throws when the carrier does not take it.</summary>
    /// <param name="id">Key of the message, the same on every attempt, by which a carrier knows one it has had.</param>
    /// <param name="message">The message.</param>
    /// <param name="ct">Cancels.</param>
    /// <exception cref="SendingFailedException">The carrier does not take it, and why.</exception>
    Task SendAsync(Guid id, OutgoingMessage message, CancellationToken ct);
}

/// <summary>A carrier did not take a message.</summary>
/// <param name="code">Why, as the delivery log shows it: no address, nothing that the carrier said.</param>
/// <param name="final">Whether another attempt would be in vain.</param>
public sealed class SendingFailedException(string code, bool final = false) : Exception(code)
{
    /// <summary>Whether another attempt would be in vain.</summary>
    public bool Final => final;
}

/// <summary>Sends nothing: in a demonstration messages are read in the on-screen outbox.</summary>
internal sealed class DemoSender : IMessageSender
{
    public Task SendAsync(Guid id, OutgoingMessage message, CancellationToken ct) => Task.CompletedTask;
}

/// <summary>The carrier that is configured for the way of a message. Where there is none, nothing was delivered, and the log says so.</summary>
internal sealed class ConfiguredSender(SmsGateway sms, MailServer mail) : IMessageSender
{
    public Task SendAsync(Guid id, OutgoingMessage message, CancellationToken ct) =>
        message.Way is MessageWay.Email ? mail.SendAsync(id, message, ct) : sms.SendAsync(id, message, ct);
}

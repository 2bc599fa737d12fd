using Microsoft.Extensions.Logging;

namespace Linli.Platform.Messages;

/// <summary>Hands messages to a carrier. Installations register their own; it must be safe to hand over the same message twice, and several at once.</summary>
public interface IMessageSender
{
    /// <summary>Hands over one message; throws when the carrier does not take it.</summary>
    /// <param name="id">Key of the message, the same on every attempt.</param>
    /// <param name="message">The message.</param>
    /// <param name="ct">Cancels.</param>
    Task SendAsync(Guid id, OutgoingMessage message, CancellationToken ct);
}

/// <summary>Sends nothing: in a demonstration messages are read in the on-screen outbox.</summary>
internal sealed class DemoSender : IMessageSender
{
    public Task SendAsync(Guid id, OutgoingMessage message, CancellationToken ct) => Task.CompletedTask;
}

/// <summary>Where no carrier is configured: says in the log that there was a message, never to whom nor what.</summary>
internal sealed partial class LogSender(ILogger<LogSender> log) : IMessageSender
{
    public Task SendAsync(Guid id, OutgoingMessage message, CancellationToken ct)
    {
        LogMessage(id, message.Purpose);
        return Task.CompletedTask;
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "No carrier is configured: message {Id} ({Purpose}) stays here")]
    private partial void LogMessage(Guid id, string purpose);
}

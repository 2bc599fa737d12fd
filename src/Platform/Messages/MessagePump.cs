using Linli.Contracts.Messages;
using Linli.Platform.Access;
using Linli.Platform.Data;
using Linli.Platform.Events;
using Linli.Platform.Secrets;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Linli.Platform.Messages;

/// <summary>
/// Hands queued messages to the sender, a few at once. A batch is claimed for a minute before it is handed over, so several nodes
/// may pump at once; failures are tried again ever later and given up after eight attempts: urgent ones after minutes, the others after three hours.
/// </summary>
internal sealed partial class MessagePump(IServiceProvider services, IMessageSender sender, FieldCipher cipher, SendingHours hours, TimeProvider clock, ILogger<MessagePump> log) : BackgroundService
{
    private const int BatchSize = 50, AtOnce = 8, MaxAttempts = 8;
    private static readonly TimeSpan Idle = TimeSpan.FromSeconds(1), Claim = TimeSpan.FromMinutes(1);

    /// <summary>When a batch is left to its next turn, long enough before others may claim it.</summary>
    private static readonly TimeSpan Enough = Claim / 2;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                if (await PumpAsync(stoppingToken) < BatchSize) await Task.Delay(Idle, clock, stoppingToken);   // a round costs two durable writes
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception error)
            {
                LogPumpFailed(error);
                await Task.Delay(Claim, clock, stoppingToken);
            }
        }
    }

    /// <summary>Sends one batch.</summary>
    /// <returns>The number of messages that were due.</returns>
    public async Task<int> PumpAsync(CancellationToken ct)
    {
        await using var scope = services.CreateSystemScope("messages");
        var db = scope.ServiceProvider.GetRequiredService<AppDb>();
        var begun = clock.GetUtcNow();
        var claimed = await db.ClaimAsync<QueuedMessage>(BatchSize, begun, begun + Claim, ct);
        if (claimed.Count == 0) return 0;
        try
        {
            await Parallel.ForEachAsync(claimed, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = ct }, (message, ct) => SendAsync(message, begun + Enough, ct));
        }
        finally
        {
            await SettleAsync(db, claimed, CancellationToken.None);   // a program that stops does not hand over again what it has handed over
        }
        return claimed.Count;
    }

    /// <summary>Keeps what came of a batch, and each attempt. What was withheld meanwhile and failed stays withheld.</summary>
    private async Task SettleAsync(AppDb db, List<QueuedMessage> claimed, CancellationToken ct)
    {
        await using var work = await db.BeginAsync(ct);
        var delivered = claimed.Where(m => m.State is DeliveryState.Delivered).Select(m => m.Id).ToList();
        var now = clock.GetUtcNow();
        await db.Messages.Where(m => delivered.Contains(m.Id)).ExecuteUpdateAsync(set => set
            .SetProperty(m => m.State, DeliveryState.Delivered)
            .SetProperty(m => m.NextAt, (DateTimeOffset?)null)
            .SetProperty(m => m.DeliveredAt, now)
            .SetProperty(m => m.Error, (string?)null), ct);
        foreach (var message in claimed.Where(m => m.State is not DeliveryState.Delivered))
            await db.Messages.Where(m => m.Id == message.Id && m.NextAt != null).ExecuteUpdateAsync(set => set
                .SetProperty(m => m.State, message.State)
                .SetProperty(m => m.NextAt, message.NextAt)
                .SetProperty(m => m.Attempts, message.Attempts)
                .SetProperty(m => m.Error, message.Error), ct);
        foreach (var message in claimed.Where(m => m.State is not DeliveryState.Waiting))
        {
            db.Append(new DeliveryAttempt { Id = Guid.CreateVersion7(now), MessageId = message.Id, At = message.DeliveredAt ?? now, Error = message.DeliveredAt is null ? message.Error : null });
            if (message is { Receipt: true, DeliveredAt: { } at }) db.Publish(new MessageDelivered(message.Id, message.Purpose, message.Subject, at), at);
        }
        await db.SaveChangesAsync(ct);
        await work.CommitAsync(ct);
    }

    /// <summary>Hands a message over and notes in it what came of that.</summary>
    private async ValueTask SendAsync(QueuedMessage message, DateTimeOffset enough, CancellationToken ct)
    {
        if (clock.GetUtcNow() > enough)
        {
            (message.State, message.NextAt, message.Attempts) = (DeliveryState.Waiting, clock.GetUtcNow(), message.Attempts - 1);
            return;
        }
        try
        {
            await sender.SendAsync(message.Id, cipher.Open(message), ct);
            (message.State, message.DeliveredAt) = (DeliveryState.Delivered, clock.GetUtcNow());
        }
        catch (Exception failure) when (!ct.IsCancellationRequested)
        {
            var known = failure as SendingFailedException;
            message.Error = known?.Message ?? failure.GetType().Name;   // what else an error says may hold the address
            LogSendingFailed(message.Error, message.Id, message.Attempts);
            message.NextAt = known?.Final is true || message.Attempts >= MaxAttempts ? null : NextTry(message);
            message.State = message.NextAt is null ? DeliveryState.GivenUp : DeliveryState.Failed;
        }
    }

    private DateTimeOffset NextTry(QueuedMessage message)
    {
        var now = clock.GetUtcNow();
        return message.Urgent ? now + TimeSpan.FromSeconds(Math.Pow(2, message.Attempts)) : hours.From(now + TimeSpan.FromSeconds(10 * Math.Pow(3, message.Attempts - 1)));
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Error} while sending message {Id}, attempt {Attempt}")]
    private partial void LogSendingFailed(string error, Guid id, int attempt);

    [LoggerMessage(Level = LogLevel.Error, Message = "The message pump failed and will go on in a minute")]
    private partial void LogPumpFailed(Exception error);
}

using Linli.Platform.Access;
using Linli.Platform.Data;
using Linli.Platform.Secrets;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Linli.Platform.Messages;

/// <summary>
/// Hands queued messages to the sender, a few at once. A batch is claimed for a minute before it is handed over, so several nodes
/// may pump at once; failures are tried again ever later and given up after eight attempts (about eight minutes).
/// </summary>
internal sealed partial class MessagePump(IServiceProvider services, IMessageSender sender, FieldCipher cipher, TimeProvider clock, ILogger<MessagePump> log) : BackgroundService
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
                if (await PumpAsync(stoppingToken) == 0) await Task.Delay(Idle, clock, stoppingToken);
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

    private async Task SettleAsync(AppDb db, List<QueuedMessage> claimed, CancellationToken ct)
    {
        await using var work = await db.BeginAsync(ct);
        var delivered = claimed.Where(m => m.DeliveredAt is not null).Select(m => m.Id).ToList();
        var now = clock.GetUtcNow();
        await db.Messages.Where(m => delivered.Contains(m.Id)).ExecuteUpdateAsync(set => set
            .SetProperty(m => m.NextAt, (DateTimeOffset?)null)
            .SetProperty(m => m.DeliveredAt, now)
            .SetProperty(m => m.Error, (string?)null), ct);
        foreach (var message in claimed.Where(m => m.DeliveredAt is null))
            await db.Messages.Where(m => m.Id == message.Id).ExecuteUpdateAsync(set => set
                .SetProperty(m => m.NextAt, message.NextAt)
                .SetProperty(m => m.Attempts, message.Attempts)
                .SetProperty(m => m.Error, message.Error), ct);
        await work.CommitAsync(ct);
    }

    /// <summary>Hands a message over and notes in it what came of that.</summary>
    private async ValueTask SendAsync(QueuedMessage message, DateTimeOffset enough, CancellationToken ct)
    {
        if (clock.GetUtcNow() > enough)
        {
            (message.NextAt, message.Attempts) = (clock.GetUtcNow(), message.Attempts - 1);
            return;
        }
        try
        {
            await sender.SendAsync(message.Id, cipher.Open(message), ct);
            message.DeliveredAt = clock.GetUtcNow();
        }
        catch (Exception failure) when (!ct.IsCancellationRequested)
        {
            LogSendingFailed(failure.GetType().Name, message.Id, message.Attempts);
            message.Error = failure.GetType().Name;
            message.NextAt = message.Attempts < MaxAttempts ? clock.GetUtcNow() + TimeSpan.FromSeconds(Math.Pow(2, message.Attempts)) : null;
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Error} while sending message {Id}, attempt {Attempt}")]
    private partial void LogSendingFailed(string error, Guid id, int attempt);

    [LoggerMessage(Level = LogLevel.Error, Message = "The message pump failed and will go on in a minute")]
    private partial void LogPumpFailed(Exception error);
}

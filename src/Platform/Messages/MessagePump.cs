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
        var now = clock.GetUtcNow();
        var due = await db.Messages.Where(m => m.NextAt != null && m.NextAt <= now).OrderBy(m => m.NextAt).Take(BatchSize).ToListAsync(ct);
        if (due.Count == 0 || !await TryClaimAsync(db, due, now, ct)) return 0;
        await Parallel.ForEachAsync(due, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = ct }, (message, ct) => SendAsync(message, now + Enough, ct));
        await db.SaveChangesAsync(ct);
        return due.Count;
    }

    /// <summary>Takes the messages for a minute; all or, where another node was faster, none.</summary>
    private static async Task<bool> TryClaimAsync(AppDb db, List<QueuedMessage> due, DateTimeOffset now, CancellationToken ct)
    {
        foreach (var message in due) (message.NextAt, message.Attempts) = (now + Claim, message.Attempts + 1);
        try
        {
            await db.SaveChangesAsync(ct);
            return true;
        }
        catch (DbUpdateConcurrencyException)
        {
            return false;
        }
    }

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
            (message.NextAt, message.DeliveredAt, message.Error) = (null, clock.GetUtcNow(), null);
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

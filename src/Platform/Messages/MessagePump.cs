using Linli.Platform.Access;
using Linli.Platform.Data;
using Linli.Platform.Secrets;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Linli.Platform.Messages;

/// <summary>
/// Hands queued messages to the sender. Each is claimed for a minute before it is handed over, so several nodes may pump at
/// once; failures are tried again ever later and given up after eight attempts (about eight minutes).
/// </summary>
internal sealed partial class MessagePump(IServiceProvider services, IMessageSender sender, FieldCipher cipher, TimeProvider clock, ILogger<MessagePump> log) : BackgroundService
{
    private const int BatchSize = 50, MaxAttempts = 8;
    private static readonly TimeSpan Idle = TimeSpan.FromSeconds(1), Claim = TimeSpan.FromMinutes(1);

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
        var due = await db.Messages.AsNoTracking().Where(m => m.NextAt != null && m.NextAt <= now)
            .OrderBy(m => m.NextAt).Take(BatchSize).ToListAsync(ct);
        foreach (var message in due)
            if (await TryClaimAsync(db, message, ct)) await SendAsync(db, message, ct);
        return due.Count;
    }

    private async Task<bool> TryClaimAsync(AppDb db, QueuedMessage message, CancellationToken ct)
    {
        var until = clock.GetUtcNow() + Claim;
        await using var work = await db.BeginAsync(ct);
        var claimed = await db.Messages.Where(m => m.Id == message.Id && m.NextAt == message.NextAt).ExecuteUpdateAsync(set => set
            .SetProperty(m => m.NextAt, until)
            .SetProperty(m => m.Attempts, m => m.Attempts + 1), ct);
        await work.CommitAsync(ct);
        message.Attempts++;
        return claimed == 1;
    }

    private async Task SendAsync(AppDb db, QueuedMessage message, CancellationToken ct)
    {
        (DateTimeOffset? next, DateTimeOffset? delivered, string? error) = (null, null, null);
        try
        {
            await sender.SendAsync(message.Id, cipher.Open(message), ct);
            delivered = clock.GetUtcNow();
        }
        catch (Exception failure) when (!ct.IsCancellationRequested)
        {
            LogSendingFailed(failure.GetType().Name, message.Id, message.Attempts);
            error = failure.GetType().Name;
            next = message.Attempts < MaxAttempts ? clock.GetUtcNow() + TimeSpan.FromSeconds(Math.Pow(2, message.Attempts)) : null;
        }
        await using var work = await db.BeginAsync(ct);
        await db.Messages.Where(m => m.Id == message.Id).ExecuteUpdateAsync(set => set
            .SetProperty(m => m.NextAt, next)
            .SetProperty(m => m.DeliveredAt, delivered)
            .SetProperty(m => m.Error, error), ct);
        await work.CommitAsync(ct);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Error} while sending message {Id}, attempt {Attempt}")]
    private partial void LogSendingFailed(string error, Guid id, int attempt);

    [LoggerMessage(Level = LogLevel.Error, Message = "The message pump failed and will go on in a minute")]
    private partial void LogPumpFailed(Exception error);
}

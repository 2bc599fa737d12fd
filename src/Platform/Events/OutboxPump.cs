using Linli.Platform.Data;
using Linli.Platform.Access;
using Linli.Platform.Telemetry;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Linli.Platform.Events;

/// <summary>
/// Delivers published events. A batch is claimed for a minute; listeners hear all of it at once, then each subscriber runs in its
/// own transaction with an inbox row; failures are tried again ever later and parked after ten attempts. Several nodes may pump at once.
/// </summary>
internal sealed partial class OutboxPump(
    IServiceProvider services, IEnumerable<Subscription> subscriptions, IEnumerable<Listening> listenings, OutboxProgress progress, TimeProvider clock, ILogger<OutboxPump> log) : BackgroundService
{
    public const int MaxAttempts = 10;
    private const int BatchSize = 100;
    private static readonly TimeSpan Claim = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Idle = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan Company = TimeSpan.FromMilliseconds(10);   // what comes together is delivered together,
    private static readonly TimeSpan Pace = TimeSpan.FromMilliseconds(100);     // and what comes without end not one by one: a round costs two durable writes

    private readonly ILookup<string, Subscription> byEvent = subscriptions.ToLookup(s => s.EventName);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                var begun = clock.GetTimestamp();
                if (await PumpAsync(stoppingToken) >= BatchSize) continue;
                await progress.WaitAsync(Idle, stoppingToken);
                var rest = Pace - clock.GetElapsedTime(begun);
                await Task.Delay(rest > Company ? rest : Company, clock, stoppingToken);
            }
            catch (Exception error) when (!stoppingToken.IsCancellationRequested)
            {
                LogPumpFailed(error);
                await Task.Delay(TimeSpan.FromSeconds(5), clock, stoppingToken);
            }
            catch (OperationCanceledException)
            {
                return;
            }
        }
    }

    /// <summary>Delivers one batch.</summary>
    /// <returns>The number of messages taken.</returns>
    public async Task<int> PumpAsync(CancellationToken ct)
    {
        await using var scope = services.CreateSystemScope("outbox");
        var db = scope.ServiceProvider.GetRequiredService<AppDb>();
        var (now, published) = (clock.GetUtcNow(), progress.Published);
        var claimed = await db.ClaimAsync<OutboxMessage>(BatchSize, now, now + Claim, ct);
        await TellListenersAsync(scope.ServiceProvider, claimed, ct);
        if (claimed.Count < BatchSize) progress.Hear(published);
        var delivered = new List<Guid>(claimed.Count);
        foreach (var message in claimed)
        {
            if (await TryDeliverAsync(message, ct) is not { } error) delivered.Add(message.Id);
            else await RetryLaterAsync(db, message, error, ct);
        }
        if (delivered.Count > 0)
        {
            await using var work = await db.BeginAsync(ct);
            await db.Set<OutboxMessage>().Where(m => delivered.Contains(m.Id))
                .ExecuteUpdateAsync(set => set.SetProperty(m => m.NextAt, (DateTimeOffset?)null).SetProperty(m => m.Error, (string?)null), ct);
            await work.CommitAsync(ct);
        }
        return claimed.Count;
    }

    /// <summary>Listeners hear of each event once, even where a subscriber needs another attempt; what goes wrong with them holds up nobody.</summary>
    private async Task TellListenersAsync(IServiceProvider scope, List<OutboxMessage> claimed, CancellationToken ct)
    {
        foreach (var listening in listenings)
        {
            var heard = claimed.Where(m => m.Name == listening.EventName && m.Attempts == 1).Select(m => m.Payload).ToList();
            if (heard.Count == 0) continue;
            try
            {
                await listening.HearAsync(scope, heard, ct);
            }
            catch (Exception error) when (!ct.IsCancellationRequested)
            {
                LogNotHeard(error, listening.EventName, heard.Count);
            }
        }
    }

    private async Task<Exception?> TryDeliverAsync(OutboxMessage message, CancellationToken ct)
    {
        Exception? failure = null;
        foreach (var subscription in byEvent[message.Name])
        {
            try
            {
                await DeliverAsync(message, subscription, ct);
            }
            catch (Exception error) when (!ct.IsCancellationRequested)
            {
                LogDeliveryFailed(error, subscription.Subscriber, message.Name, message.Id, message.Attempts);
                failure ??= error;   // the others still get their turn
            }
        }
        return failure;
    }

    private async Task DeliverAsync(OutboxMessage message, Subscription subscription, CancellationToken ct)
    {
        using var span = LinliTelemetry.Source.StartActivity(subscription.Subscriber);
        await using var scope = services.CreateSystemScope(subscription.Subscriber);
        var db = scope.ServiceProvider.GetRequiredService<AppDb>();
        if (message.Attempts > 1 && await db.Set<InboxEntry>().AnyAsync(e => e.Subscriber == subscription.Subscriber && e.MessageId == message.Id, ct)) return;
        await using var work = await db.BeginAsync(ct);
        db.Append(new InboxEntry { Subscriber = subscription.Subscriber, MessageId = message.Id, HandledAt = clock.GetUtcNow() });
        await subscription.HandleAsync(scope.ServiceProvider, message.Payload, ct);
        await db.SaveChangesAsync(ct);
        await work.CommitAsync(ct);
        LinliTelemetry.Delivered.Add(1, new KeyValuePair<string, object?>("subscriber", subscription.Subscriber));
    }

    private async Task RetryLaterAsync(AppDb db, OutboxMessage message, Exception error, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var parked = message.Attempts >= MaxAttempts;
        if (parked) LinliTelemetry.Parked.Add(1, new KeyValuePair<string, object?>("event", message.Name));
        DateTimeOffset? next = parked ? null : now + TimeSpan.FromSeconds(Math.Pow(2, message.Attempts));
        await using var work = await db.BeginAsync(ct);
        await db.Set<OutboxMessage>().Where(m => m.Id == message.Id).ExecuteUpdateAsync(set => set
            .SetProperty(m => m.NextAt, next)
            .SetProperty(m => m.ParkedAt, parked ? now : null)
            .SetProperty(m => m.Error, error.GetType().Name + ": " + error.Message), ct);
        await work.CommitAsync(ct);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Subscriber} failed on {EventName} {MessageId}, attempt {Attempt}")]
    private partial void LogDeliveryFailed(Exception error, string subscriber, string eventName, Guid messageId, int attempt);

    [LoggerMessage(Level = LogLevel.Warning, Message = "A listener missed {Count} of {EventName}")]
    private partial void LogNotHeard(Exception error, string eventName, int count);

    [LoggerMessage(Level = LogLevel.Error, Message = "The outbox pump failed and will go on in five seconds")]
    private partial void LogPumpFailed(Exception error);
}

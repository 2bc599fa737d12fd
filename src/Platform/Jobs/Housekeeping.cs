using Linli.Platform.Data;
using Linli.Platform.Events;
using Linli.Platform.Files;
using Linli.Platform.Idempotency;
using Linli.Platform.Messages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Linli.Platform.Jobs;

/// <summary>
/// Removes what has served its time. Inbox rows outlive the messages they answer for; or a message delivered again would be handled twice.
/// </summary>
internal sealed class Housekeeping(AppDb db, FileStore files, [FromKeyedServices(KeptFiles.Folder)] FileStore kept, TimeProvider clock) : IJob
{
    private static readonly TimeSpan Messages = TimeSpan.FromDays(30), Inbox = TimeSpan.FromDays(31), Answers = TimeSpan.FromDays(7),
        Runs = TimeSpan.FromDays(7), Drafts = TimeSpan.FromDays(1), DeliveryLog = TimeSpan.FromDays(730);

    public async Task RunAsync(CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var (messages, inbox, answers, runs, log) = (now - Messages, now - Inbox, now - Answers, now - Runs, now - DeliveryLog);
        await RemoveAsync(db.Set<OutboxMessage>().Where(m => m.OccurredAt < messages && m.NextAt == null && m.ParkedAt == null), ct);
        await StripMessagesAsync(messages, ct);
        await RemoveAsync(db.DeliveryAttempts.Where(a => a.At < log), ct);
        await RemoveAsync(db.Messages.Where(m => m.CreatedAt < log && m.NextAt == null), ct);
        await RemoveAsync(db.Set<InboxEntry>().Where(e => e.HandledAt < inbox), ct);
        await RemoveAsync(db.Set<IdempotencyRecord>().Where(r => r.CreatedAt < answers), ct);
        await RemoveAsync(db.Set<JobRun>().Where(r => r.StartedAt < runs), ct);
        files.RemoveAbandoned(now - Drafts);
        kept.RemoveAll(now - KeptFiles.Lasts);
    }

    /// <summary>Of messages that are through, address and words go: they are personal data. The delivery log stays.</summary>
    private async Task StripMessagesAsync(DateTimeOffset before, CancellationToken ct)
    {
        await using var work = await db.BeginAsync(ct);
        await db.Messages.Where(m => m.CreatedAt < before && m.NextAt == null && m.Address != null)
            .ExecuteUpdateAsync(set => set.SetProperty(m => m.Address, (byte[]?)null).SetProperty(m => m.Text, (byte[]?)null), ct);
        await work.CommitAsync(ct);
    }

    private async Task RemoveAsync<T>(IQueryable<T> rows, CancellationToken ct)
    {
        await using var work = await db.BeginAsync(ct);
        await rows.ExecuteDeleteAsync(ct);
        await work.CommitAsync(ct);
    }
}

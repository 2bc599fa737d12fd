using Linli.Platform.Data;
using Linli.Platform.Events;
using Linli.Platform.Files;
using Linli.Platform.Idempotency;
using Linli.Platform.Messages;
using Microsoft.EntityFrameworkCore;

namespace Linli.Platform.Jobs;

/// <summary>
/// Removes what has served its time. Inbox rows outlive the messages they answer for; or a message delivered again would be handled twice.
/// </summary>
internal sealed class Housekeeping(AppDb db, FileStore files, TimeProvider clock) : IJob
{
    private static readonly TimeSpan Messages = TimeSpan.FromDays(30), Inbox = TimeSpan.FromDays(31), Answers = TimeSpan.FromDays(7),
        Runs = TimeSpan.FromDays(7), Drafts = TimeSpan.FromDays(1);

    public async Task RunAsync(CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var (messages, inbox, answers, runs) = (now - Messages, now - Inbox, now - Answers, now - Runs);
        await RemoveAsync(db.Set<OutboxMessage>().Where(m => m.OccurredAt < messages && m.NextAt == null && m.ParkedAt == null), ct);
        await RemoveAsync(db.Messages.Where(m => m.CreatedAt < messages && m.NextAt == null), ct);   // delivered or given up; they hold personal data
        await RemoveAsync(db.Set<InboxEntry>().Where(e => e.HandledAt < inbox), ct);
        await RemoveAsync(db.Set<IdempotencyRecord>().Where(r => r.CreatedAt < answers), ct);
        await RemoveAsync(db.Set<JobRun>().Where(r => r.StartedAt < runs), ct);
        files.RemoveAbandoned(now - Drafts);
    }

    private async Task RemoveAsync<T>(IQueryable<T> rows, CancellationToken ct)
    {
        await using var work = await db.BeginAsync(ct);
        await rows.ExecuteDeleteAsync(ct);
        await work.CommitAsync(ct);
    }
}

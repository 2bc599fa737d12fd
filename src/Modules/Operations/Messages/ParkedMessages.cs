using Linli.Platform.Access;
using Linli.Platform.Audit;
using Linli.Platform.Data;
using Linli.Platform.Events;
using Linli.Platform.Problems;
using Microsoft.EntityFrameworkCore;

namespace Linli.Operations.Messages;

/// <summary>Messages that were given up after ten attempts: tried again or thrown away, by a named person.</summary>
internal sealed class ParkedMessagesHandler(AppDb db, IAccess access, TimeProvider clock)
{
    private const int Most = 200;

    public async Task<IReadOnlyList<OutboxMessage>> ListAsync(CancellationToken ct) =>
        await db.Set<OutboxMessage>().AsNoTracking().Where(m => m.ParkedAt != null).OrderBy(m => m.ParkedAt).Take(Most).ToListAsync(ct);

    public Task<Result<Done>> RetryAsync(Guid id, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        return ActAsync("operations.retry-message", id, now, parked => parked.ExecuteUpdateAsync(set => set
            .SetProperty(m => m.Attempts, 0)
            .SetProperty(m => m.NextAt, now)
            .SetProperty(m => m.ParkedAt, (DateTimeOffset?)null), ct), ct);
    }

    public Task<Result<Done>> DiscardAsync(Guid id, CancellationToken ct) =>
        ActAsync("operations.discard-message", id, clock.GetUtcNow(), parked => parked.ExecuteDeleteAsync(ct), ct);

    private async Task<Result<Done>> ActAsync(string action, Guid id, DateTimeOffset now, Func<IQueryable<OutboxMessage>, Task<int>> act, CancellationToken ct)
    {
        await using var work = await db.BeginAsync(ct);
        var parked = db.Set<OutboxMessage>().Where(m => m.Id == id && m.ParkedAt != null);
        if (await parked.Select(m => m.Name).FirstOrDefaultAsync(ct) is not { } name) return Problem.NotFound;
        await act(parked);
        db.Audit(access, action, "message/" + id, now, details: new { name });
        await db.SaveChangesAsync(ct);
        await work.CommitAsync(ct);
        return new Done();
    }
}

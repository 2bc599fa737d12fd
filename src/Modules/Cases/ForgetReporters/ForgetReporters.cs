using Linli.Platform.Access;
using Linli.Platform.Audit;
using Linli.Platform.Data;
using Linli.Platform.Jobs;
using Microsoft.EntityFrameworkCore;

namespace Linli.Cases.ForgetReporters;

/// <summary>
/// Makes reporters anonymous when the time that their channel keeps them is over, counted from the end of the case. The case, and
/// that somebody reported it, stay. Batch by batch, each with its audit line; what was cut off goes on the next night.
/// </summary>
internal sealed class ForgetReporters(AppDb db, IAccess access, TimeProvider clock) : IJob
{
    private const int Batch = 500;

    public async Task RunAsync(CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var kept = await db.Channels.AsNoTracking().Where(c => c.RetentionDays != null).ToDictionaryAsync(c => c.Code, c => now.AddDays(-c.RetentionDays!.Value), ct);
        if (kept.Count == 0) return;
        var codes = kept.Keys.ToList();
        var latest = kept.Values.Max();
        for (var from = Guid.Empty; await NamedAsync(from, codes, latest, ct) is [.., { CaseId: var last }] batch; from = last)
            await ForgetAsync([.. batch.Where(b => b.ClosedAt < kept[b.Channel])], now, ct);
    }

    /// <summary>Reporters still known of cases that ended before the latest moment of any channel, in the order of the cases.</summary>
    private Task<List<Ended>> NamedAsync(Guid from, List<string> codes, DateTimeOffset latest, CancellationToken ct) =>
        (from reporter in db.Reporters.Where(r => r.AnonymisedAt == null && r.CaseId > @from)
         join found in db.Cases.Where(c => c.ClosedAt != null && c.ClosedAt < latest && codes.Contains(c.Channel)) on reporter.CaseId equals found.Id
         orderby reporter.CaseId
         select new Ended(reporter.CaseId, found.Channel, found.ClosedAt!.Value)).Take(Batch).ToListAsync(ct);

    private async Task ForgetAsync(List<Ended> due, DateTimeOffset now, CancellationToken ct)
    {
        if (due.Count == 0) return;
        var ids = due.ConvertAll(d => d.CaseId);
        await using var work = await db.BeginAsync(ct);
        await db.Reporters.Where(r => ids.Contains(r.CaseId)).ExecuteUpdateAsync(set => set
            .SetProperty(r => r.Name, (byte[]?)null)
            .SetProperty(r => r.Phone, (byte[]?)null)
            .SetProperty(r => r.PhoneFingerprint, (byte[]?)null)
            .SetProperty(r => r.MaskedName, (string?)null)
            .SetProperty(r => r.MaskedPhone, (string?)null)
            .SetProperty(r => r.AnonymisedAt, now), ct);
        foreach (var channel in due.GroupBy(d => d.Channel))
            db.Audit(access, "cases.forget-reporters", "channel/" + channel.Key, now, details: new { cases = channel.Select(d => d.CaseId) });
        await db.SaveChangesAsync(ct);
        await work.CommitAsync(ct);
    }

    private sealed record Ended(Guid CaseId, string Channel, DateTimeOffset ClosedAt);
}

using Linli.Cases.AnswerCall;
using Linli.Cases.Channels;
using Linli.Cases.TellReporter;
using Linli.Platform.Access;
using Linli.Platform.Audit;
using Linli.Platform.Data;
using Linli.Platform.Jobs;
using Linli.Platform.Messages;
using Microsoft.EntityFrameworkCore;

namespace Linli.Cases.ForgetReporters;

/// <summary>
/// Makes reporters anonymous when the time that their channel keeps them is over, counted from the end of the case. The case, and
/// that somebody reported it, stay. Batch by batch, each with its audit line; what was cut off goes on the next night.
/// </summary>
internal sealed class ForgetReporters(AppDb db, IAccess access, MessageLog messages, TimeProvider clock) : IJob
{
    private const int Batch = 500;

    public async Task RunAsync(CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var kept = await db.Channels.AsNoTracking().Where(c => c.RetentionDays != null).ToDictionaryAsync(c => c.Code, c => now.AddDays(-c.RetentionDays!.Value), ct);
        if (kept.Count == 0) return;
        if (kept.TryGetValue(Channel.Hotline, out var callsBefore)) await ForgetCallersAsync(callsBefore, now, ct);
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
            .SetProperty(r => r.Email, (byte[]?)null)
            .SetProperty(r => r.EmailFingerprint, (byte[]?)null)
            .SetProperty(r => r.MaskedEmail, (string?)null)
            .SetProperty(r => r.AnonymisedAt, now), ct);
        await messages.ForgetAsync(ids.ConvertAll(CaseSubject.Of), ct);
        foreach (var channel in due.GroupBy(d => d.Channel))
            db.Audit(access, "cases.forget-reporters", "channel/" + channel.Key, now, details: new { cases = channel.Select(d => d.CaseId) });
        await db.SaveChangesAsync(ct);
        await work.CommitAsync(ct);
    }

    /// <summary>A call has no end of a case to wait for: its number goes when the hotline's time is over.</summary>
    private async Task ForgetCallersAsync(DateTimeOffset before, DateTimeOffset now, CancellationToken ct)
    {
        await using var work = await db.BeginAsync(ct);
        var forgotten = await db.Calls.Where(c => c.StartedAt < before && c.Phone != null).ExecuteUpdateAsync(set => set
            .SetProperty(c => c.Phone, (byte[]?)null).SetProperty(c => c.PhoneFingerprint, (byte[]?)null).SetProperty(c => c.MaskedPhone, (string?)null), ct);
        if (forgotten > 0) db.Audit(access, "cases.forget-callers", "channel/" + Channel.Hotline, now, details: new { calls = forgotten });
        await db.SaveChangesAsync(ct);
        await work.CommitAsync(ct);
    }

    private sealed record Ended(Guid CaseId, string Channel, DateTimeOffset ClosedAt);
}

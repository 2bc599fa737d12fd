using Linli.Cases.Channels;
using Linli.Cases.Intake;
using Linli.Cases.ReceiveCase;
using Linli.Platform.Data;
using Linli.Platform.Problems;
using Linli.Platform.Secrets;
using Linli.Platform.Web;
using Microsoft.EntityFrameworkCore;

namespace Linli.Cases.ReceiveBatch;

/// <summary>What became of one report of many.</summary>
/// <param name="Outcome">Filed, there already, or refused.</param>
/// <param name="Case">The case; null when the report was refused.</param>
/// <param name="Problem">Why it was refused.</param>
internal sealed record BatchOutcome(BatchOutcomeKind Outcome, ReceivedCase? Case, Problem? Problem)
{
    public static BatchOutcome Refused(Problem problem) => new(BatchOutcomeKind.Refused, null, problem);

    public static BatchOutcome Known(Result<ReceivedCase> known) =>
        known.Succeeded(out var there, out var problem) ? new(BatchOutcomeKind.Existing, there, null) : Refused(problem);
}

/// <summary>What may become of a report.</summary>
internal enum BatchOutcomeKind
{
    /// <summary>A case was made.</summary>
    Created,

    /// <summary>It was sent before; the case is the one made then.</summary>
    Existing,

    /// <summary>It cannot be taken as it is.</summary>
    Refused,
}

/// <summary>
/// Files many reports, some at a time, each time in one transaction: what is there already is asked for at once, and all rows are
/// written at once. A report that is refused, or that somebody else sends at the same moment, costs the others nothing.
/// </summary>
internal sealed class ReceiveBatchHandler(AppDb db, Filing filing, KnownReports known)
{
    /// <summary>How many are filed in one transaction: on SQLite other writers wait as long.</summary>
    public const int AtOnce = 100;

    /// <summary>Files reports that all have a key.</summary>
    /// <returns>What became of each, in their order.</returns>
    public async Task<IReadOnlyList<BatchOutcome>> HandleAsync(IReadOnlyList<Result<ReceiveCase.ReceiveCase>> reports, CancellationToken ct)
    {
        var outcomes = new BatchOutcome[reports.Count];
        var pending = new List<Item>(reports.Count);
        for (var i = 0; i < reports.Count; i++)
        {
            if (!reports[i].Succeeded(out var report, out var unreadable)) outcomes[i] = BatchOutcome.Refused(unreadable);
            else if (Objection(report) is { } problem) outcomes[i] = BatchOutcome.Refused(problem);
            else pending.Add(new(i, report with { Channel = report.Channel ?? Channel.Api }));
        }
        while (pending.Count > 0)
        {
            var round = pending.DistinctBy(item => item.Key).Take(AtOnce).ToList();   // the same key again finds what this round makes
            await FileAsync(round, outcomes, ct);
            pending.RemoveAll(round.Contains);
        }
        return outcomes;
    }

    private static Problem? Objection(ReceiveCase.ReceiveCase report) =>
        CommandValidation.Check(report) ?? (string.IsNullOrWhiteSpace(report.ExternalId) ? Problem.Invalid("externalId", "cases.external-id-missing") : null);

    private async Task FileAsync(IReadOnlyList<Item> round, BatchOutcome[] outcomes, CancellationToken ct)
    {
        var drafts = new List<(Item Item, Draft Draft)>(round.Count);
        foreach (var sender in round.GroupBy(item => item.Report.Channel!))
        {
            var there = await known.FindAsync(sender.Key, [.. sender.Select(item => item.Report.ExternalId!)], ct);
            foreach (var item in sender)
            {
                if (there.TryGetValue(item.Report.ExternalId!, out var before)) outcomes[item.Place] = BatchOutcome.Known(before);
                else if ((await filing.LookAsync(item.Report, ct)).Succeeded(out var draft, out var problem)) drafts.Add((item, draft));
                else outcomes[item.Place] = BatchOutcome.Refused(problem);
            }
        }
        if (drafts.Count == 0) return;
        try
        {
            await using var work = await db.BeginAsync(ct);
            foreach (var (item, draft) in drafts.OrderBy(d => d.Item.Place)) outcomes[item.Place] = new(BatchOutcomeKind.Created, await filing.FileAsync(draft, Tokens.New(), ct), null);
            await db.SaveChangesAsync(ct);
            await work.CommitAsync(ct);
        }
        catch (DbUpdateException) when (drafts.Count > 1)
        {
            db.Forget();
            foreach (var (item, _) in drafts) await FileAsync([item], outcomes, ct);   // one of them was sent by somebody else meanwhile
        }
        catch (DbUpdateException)
        {
            db.Forget();
            var report = drafts[0].Item.Report;
            if (!(await known.FindAsync(report.Channel!, [report.ExternalId!], ct)).TryGetValue(report.ExternalId!, out var winner)) throw;
            outcomes[drafts[0].Item.Place] = BatchOutcome.Known(winner);
        }
    }

    private sealed record Item(int Place, ReceiveCase.ReceiveCase Report)
    {
        public (string, string) Key => (Report.Channel!, Report.ExternalId!);
    }
}

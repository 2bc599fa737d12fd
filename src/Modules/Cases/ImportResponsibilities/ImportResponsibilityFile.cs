using System.Globalization;
using Linli.Cases.Channels;
using Linli.Cases.Deadlines;
using Linli.Cases.Taxonomy;
using Linli.Contracts.Grids;
using Linli.Platform.Access;
using Linli.Platform.Audit;
using Linli.Platform.CommandLine;
using Linli.Platform.Data;
using Linli.Platform.Import;
using Linli.Worktime;
using Microsoft.EntityFrameworkCore;

namespace Linli.Cases.ImportResponsibilities;

/// <summary><c>import responsibilities FILE</c>: what differs from the entry in force ends it and begins a new one.</summary>
internal sealed class ImportResponsibilityFile(AppDb db, IAccess access, IDivisions divisions, IUnits units, TaxonomyCache cache, ChannelCache channelCache, TimeProvider clock) : IImport
{
    public string What => "responsibilities";

    public string Usage => "FILE   takes the responsibility list from a CSV or TSV file with the columns category, division, unit (codes), handle (limit, e.g. 5wd) and, if there are, accept, dispatch (limits), standard, basis, and conditions: time (working, off, 1-5 08:00-18:00), channel, level, question, answer";

    public async Task<ImportReport> RunAsync(VerbCall call, CancellationToken ct)
    {
        var file = call.Words is [_, var path] ? path : throw new UsageException($"import {What} {Usage}");
        var (report, now, taxonomy) = (new ImportReport(call.Output), clock.GetUtcNow(), await cache.GetAsync(ct));
        var entries = (await db.Responsibilities.InForce(now).ToListAsync(ct)).GroupBy(EntryKey.Of).ToDictionary(g => g.Key, g => g.MaxBy(e => e.ValidFrom)!);
        var (named, channels) = (new HashSet<EntryKey>(), await channelCache.GetAsync(ct));
        foreach (var line in TableFile.Read(file, "category", "division", "unit", "handle"))
        {
            if (Fault(line, taxonomy, channels, out var condition) is { } fault)
            {
                report.Refuse(line.Place, fault);
                continue;
            }
            var key = new EntryKey(line["category"], line["division"], condition);
            if (!named.Add(key)) report.Refuse(line.Place, $"the entry of {key.Category} in {key.Division} stands in the file before");
            else
            {
                var before = entries.GetValueOrDefault(key);
                var changed = db.PutInForce(before, key, units.FindByCode(line["unit"])!.Id, PromiseOf(line), now);
                report.Count(!changed ? ImportOutcome.Unchanged : before is null ? ImportOutcome.Taken : ImportOutcome.Changed);
            }
        }
        if (!db.HasChanges) return report;
        db.Audit(access, "cases.import-responsibilities", "file/" + Path.GetFileName(file), now, details: new { taken = report[ImportOutcome.Taken], changed = report[ImportOutcome.Changed] });
        db.AfterCommit(cache.Forget);
        await db.SaveChangesAsync(ct);
        return report;
    }

    private string? Fault(TableLine line, TaxonomySnapshot taxonomy, ChannelRegister channels, out Condition? condition)
    {
        var draft = new ConditionDraft(line.Optional("time"), line.Optional("channel"), line.Optional("level") is not { } level ? null : int.TryParse(level, CultureInfo.InvariantCulture, out var number) ? number : 0, line.Optional("question"), line.Optional("answer"));
        var unclear = draft.Read(line["category"], taxonomy, channels, out condition);
        return Fault(line, taxonomy) ?? (unclear is null ? null : $"the condition '{unclear.Errors!.Keys.First()}' is not understood");
    }

    private string? Fault(TableLine line, TaxonomySnapshot taxonomy) =>
        taxonomy.Find(line["category"]) is null ? $"no category has the code '{line["category"]}'"
        : divisions.Find(line["division"]) is null ? $"no division has the code '{line["division"]}'"
        : units.FindByCode(line["unit"]) is null ? $"no unit has the code '{line["unit"]}'"
        : Array.Find(["handle", "accept", "dispatch"], column => line.Optional(column) is { } text && !Limit.TryParse(text, null, out _)) is { } wrong ? $"'{line[wrong]}' is not a limit; write for example 8wh, 3wd, 24h or 7d"
        : line.Optional("handle") is null ? "the limit to handle is missing"
        : null;

    private static Promise PromiseOf(TableLine line) => new(
        LimitOf(line, "accept", Promise.None.Accept), LimitOf(line, "dispatch", Promise.None.Dispatch), LimitOf(line, "handle", Promise.None.Handle), line.Optional("standard"), line.Optional("basis"));

    private static Limit LimitOf(TableLine line, string column, Limit otherwise) => line.Optional(column) is { } text ? Limit.Parse(text) : otherwise;
}

using Linli.Cases.Intake;
using Linli.Cases.Taxonomy;
using Linli.Platform.Access;
using Linli.Platform.Data;
using Linli.Platform.Problems;
using Linli.Platform.Texts;
using Microsoft.EntityFrameworkCore;
using System.Text.Json;

namespace Linli.Cases.ReviseTaxonomy;

/// <summary>试算: the cases of the last thirty days, by the list in force and by a changed one. Nothing is written.</summary>
internal sealed class DryRunHandler(AppDb db, IAccess access, Routing routing, TaxonomyCache cache, TimeProvider clock)
{
    public const int Days = 30, Most = 20_000;

    /// <summary>Of a drafted revision.</summary>
    public async Task<Result<DryRun>> OfRevisionAsync(Guid id, CancellationToken ct)
    {
        if (await db.Revisions.AsNoTracking().Within(access).SingleOrDefaultAsync(r => r.Id == id, ct) is not { } revision) return Problem.NotFound;
        var content = RevisionContent.Read(revision.Content);
        return await RunAsync(list => content.Applied(list, clock.GetUtcNow()), content.Successors(), ct);
    }

    /// <summary>Of one entry that somebody thinks of.</summary>
    public Task<DryRun> OfEntryAsync(EntryKey key, EntryFacts facts, CancellationToken ct) =>
        RunAsync(list => new RevisionContent([], [new(ChangeKind.Added, key, null, facts)], []).Applied(list, clock.GetUtcNow()), new Dictionary<string, string>(), ct);

    private async Task<DryRun> RunAsync(Func<ResponsibilityList, ResponsibilityList> change, IReadOnlyDictionary<string, string> successors, CancellationToken ct)
    {
        var now = (await cache.GetAsync(ct)).Responsibilities;
        var then = change(now);
        var since = clock.GetUtcNow().AddDays(-Days);
        var cases = db.Cases.AsNoTracking().Seen(db, access).Where(c => c.ReceivedAt >= since && c.CategoryCode != null).OrderByDescending(c => c.ReceivedAt).ThenByDescending(c => c.Id).Take(Most);
        var rows = await cases.Select(c => new { c.Id, c.Number, c.Title, c.CategoryCode, c.DivisionCode, c.Channel, c.Level, c.ReceivedAt }).ToListAsync(ct);
        var asks = now.All.Concat(then.All).Any(e => e.Condition?.Question is not null);
        var answers = asks ? await AnswersAsync(cases, ct) : Enumerable.Empty<(Guid, string, IReadOnlyList<string>)>().ToLookup(a => a.Item1);
        var moved = new List<MovedCase>();
        foreach (var row in rows)
        {
            var facts = routing.FactsOf(row.CategoryCode!, row.DivisionCode, row.Channel, row.Level, row.ReceivedAt, answers[row.Id].ToDictionary(a => a.Item2, a => a.Item3));
            var from = now.Decide(facts).Entry?.UnitId;
            var to = then.Decide(successors.TryGetValue(facts.Category, out var successor) ? facts with { Category = successor } : facts).Entry?.UnitId;
            if (from != to) moved.Add(new(row.Id, row.Number, row.Title, row.CategoryCode!, row.DivisionCode, row.ReceivedAt, from, to));
        }
        return new(rows.Count, moved.Count, [.. moved.GroupBy(m => (m.From, m.To)).Select(g => new UnitMove(g.Key.From, g.Key.To, g.Count())).OrderByDescending(m => m.Cases)], access.May(CasesPolicies.See) ? moved : []);
    }

    private async Task<ILookup<Guid, (Guid, string, IReadOnlyList<string>)>> AnswersAsync(IQueryable<Case> cases, CancellationToken ct)
    {
        var found = await (from c in cases join a in db.Answers on c.Id equals a.CaseId join q in db.Questions on a.QuestionId equals q.Id select new { a.CaseId, q.Code, a.Given }).ToListAsync(ct);
        return found.ToLookup(a => a.CaseId, a => (a.CaseId, a.Code, (IReadOnlyList<string>)(JsonSerializer.Deserialize<string[]>(a.Given, Json.Readable) ?? [])));
    }
}

/// <summary>What a changed list would make of the cases of last month.</summary>
/// <param name="Cases">How many were looked at: those with a category, the newest 20,000.</param>
/// <param name="Moved">How many would go to another unit.</param>
/// <param name="Moves">From which unit to which; no unit where the list is silent.</param>
/// <param name="List">The cases that would go to another unit, the newest first; none for who may not see cases.</param>
internal sealed record DryRun(int Cases, int Moved, IReadOnlyList<UnitMove> Moves, IReadOnlyList<MovedCase> List);

/// <summary>Cases that would go from one unit to another.</summary>
internal sealed record UnitMove(Guid? From, Guid? To, int Cases);

/// <summary>A case that would go to another unit.</summary>
internal sealed record MovedCase(Guid Id, string Number, string Title, string CategoryCode, string DivisionCode, DateTimeOffset ReceivedAt, Guid? From, Guid? To);

using System.ComponentModel.DataAnnotations;
using Linli.Cases.Intake;
using Linli.Cases.Questions;
using Linli.Cases.Taxonomy;
using Linli.Contracts.Grids;
using Linli.Platform.Access;
using Linli.Platform.Data;
using Linli.Platform.Problems;
using Linli.Platform.Texts;
using Linli.Platform.Time;
using Linli.Platform.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using System.Text.Json;

namespace Linli.Cases.TraceRouting;

/// <summary>A case that could be: what the responsibility list would say of it.</summary>
internal sealed record TryRouting : ICommand
{
    /// <summary>A node of the taxonomy.</summary>
    [FromQuery(Name = "category"), Required(ErrorMessage = "cases.category-missing")] public string? Category { get; init; }

    /// <summary>A division.</summary>
    [FromQuery(Name = "division"), Required(ErrorMessage = "cases.unknown-division")] public string? Division { get; init; }

    /// <summary>Code of a channel; without one no entry for a channel applies, and so on.</summary>
    [FromQuery(Name = "channel")] public string? Channel { get; init; }

    /// <summary>1 (gravest) to 5.</summary>
    [FromQuery(Name = "level"), Range(1, 5, ErrorMessage = "cases.bad-level")] public int? Level { get; init; }

    /// <summary>When it is reported, by the site's clocks; now where nothing is said.</summary>
    [FromQuery(Name = "at")] public DateTime? At { get; init; }

    /// <summary>Code of an extra question.</summary>
    [FromQuery(Name = "question")] public string? Question { get; init; }

    /// <summary>How it is answered.</summary>
    [FromQuery(Name = "answer")] public string? Answer { get; init; }
}

/// <summary>派单依据: how the responsibility list comes to its unit, for a case as it was decided, or for one that could be.</summary>
internal sealed class TraceRoutingHandler(AppDb db, IAccess access, Routing routing, TaxonomyCache cache, IDivisions divisions, SiteTime site, TimeProvider clock)
{
    /// <summary>Decides again with what the list said and the case was when it was decided.</summary>
    /// <returns>Null in the result where nothing was decided, because the case has no category yet.</returns>
    public async Task<Result<CaseRouting>> OfCaseAsync(Guid id, CancellationToken ct)
    {
        if (await db.Cases.AsNoTracking().Seen(db, access).SingleOrDefaultAsync(c => c.Id == id, ct) is not { } found) return Problem.NotFound;
        var decision = await db.Decisions.AsNoTracking().Where(d => d.CaseId == id && d.Kind == DecisionKind.Unit).OrderBy(d => d.At).LastOrDefaultAsync(ct);
        var facts = decision?.Seen is { } seen ? JsonSerializer.Deserialize<RoutingFacts>(seen, Json.Readable)
            : found.CategoryCode is { } category ? routing.FactsOf(found, category, await db.AnsweredAsync(id, ct)) : null;
        if (facts is null) return new CaseRouting(found, null, null);
        var at = decision?.At ?? found.ReceivedAt;
        var (categories, places) = (Prefixes(facts.Category), Prefixes(facts.Division));
        var entries = await db.Responsibilities.AsNoTracking().InForce(at).Where(e => categories.Contains(e.CategoryCode) && places.Contains(e.DivisionCode)).ToListAsync(ct);
        return new CaseRouting(found, at, new ResponsibilityList(entries).Decide(facts));
    }

    public async Task<Result<ListRuling>> TryAsync(TryRouting query, CancellationToken ct)
    {
        if (CommandValidation.Check(query) is { } invalid) return invalid;
        var taxonomy = await cache.GetAsync(ct);
        if (taxonomy.Find(query.Category) is null) return CaseErrors.UnknownCategory;
        if (divisions.Find(query.Division!) is null) return CaseErrors.UnknownDivision;
        var answers = query is { Question: { Length: > 0 } question, Answer: { Length: > 0 } answer } ? new Dictionary<string, IReadOnlyList<string>> { [question] = [answer] } : null;
        var at = query.At is { } said ? site.At(said) : clock.GetUtcNow();
        return taxonomy.Responsibilities.Decide(routing.FactsOf(query.Category!, query.Division!, query.Channel, query.Level, at, answers));
    }

    private static string[] Prefixes(string code) => [.. Enumerable.Range(1, code.Length).Select(length => code[..length])];
}

/// <summary>A case and how its unit was decided.</summary>
/// <param name="Case">The case.</param>
/// <param name="DecidedAt">When; null where nothing was decided yet.</param>
/// <param name="Ruling">What the list said then.</param>
internal sealed record CaseRouting(Case Case, DateTimeOffset? DecidedAt, ListRuling? Ruling);

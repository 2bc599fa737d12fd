using Linli.Cases.Taxonomy;
using Linli.Cases.ViewCase;
using Linli.Platform.Problems;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Linli.Cases.TraceRouting;

/// <summary>How the responsibility list decides, over HTTP.</summary>
internal static class TraceApi
{
    public static void Map(RouteGroupBuilder cases, RouteGroupBuilder taxonomy)
    {
        cases.MapGet("{id:guid}/routing", OfCase).RequireAuthorization(CasesPolicies.See).WithName("traceRouting");
        taxonomy.MapGet("routing", Try).RequireAuthorization(CasesPolicies.SeeTaxonomy).WithName("tryRouting");
    }

    /// <summary>Every entry of the responsibility list that was considered for a case when its unit was looked for, and why it spoke, did not apply or lost.</summary>
    private static async Task<Results<Ok<RoutingTrace>, ProblemResult>> OfCase(Guid id, TraceRoutingHandler handler, CancellationToken ct) =>
        (await handler.OfCaseAsync(id, ct)).Succeeded(out var routing, out var problem)
            ? TypedResults.Ok(routing.Ruling is { } ruling ? RoutingTrace.Of(ruling) : new RoutingTrace(null, null, [])) : new ProblemResult(problem);

    /// <summary>The same for a case that could be, by the list in force now.</summary>
    private static async Task<Results<Ok<RoutingTrace>, ProblemResult>> Try([AsParameters] TryRouting query, TraceRoutingHandler handler, CancellationToken ct) =>
        (await handler.TryAsync(query, ct)).Succeeded(out var ruling, out var problem) ? TypedResults.Ok(RoutingTrace.Of(ruling)) : new ProblemResult(problem);
}

/// <summary>How the list came to its unit.</summary>
/// <param name="UnitId">The unit; null where the list is silent.</param>
/// <param name="Facts">What it looked at; null for a case without a category.</param>
/// <param name="Considered">The entries, the most specific first.</param>
internal sealed record RoutingTrace(Guid? UnitId, RoutingFacts? Facts, IReadOnlyList<TracedEntry> Considered)
{
    public static RoutingTrace Of(ListRuling ruling) => new(ruling.Entry?.UnitId, ruling.Facts, [.. ruling.Considered.Select(c => TracedEntry.Of(c.Entry, c.Standing))]);
}

/// <summary>An entry of the list and how it stands towards a case.</summary>
internal sealed record TracedEntry(Guid Id, string CategoryCode, string DivisionCode, ConditionDraft? Condition, Guid UnitId, PromiseDetails Promise, DateTimeOffset ValidFrom, Standing? Standing)
{
    public static TracedEntry Of(Responsibility entry, Standing? standing) =>
        new(entry.Id, entry.CategoryCode, entry.DivisionCode, ConditionDraft.Of(entry.Condition), entry.UnitId, PromiseDetails.Of(entry.Promise), entry.ValidFrom, standing);
}

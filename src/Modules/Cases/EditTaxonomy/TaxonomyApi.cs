using Linli.Cases.ApplyRuling;
using Linli.Cases.Taxonomy;
using Linli.Cases.TraceRouting;
using Linli.Platform.Access;
using Linli.Platform.Idempotency;
using Linli.Platform.Problems;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Linli.Cases.EditTaxonomy;

/// <summary>Categories and the responsibility list over HTTP.</summary>
internal static class TaxonomyApi
{
    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet("", List).RequireAuthorization(CasesPolicies.SeeTaxonomy).WithName("listCategories");
        api.MapPut("{code}/keywords", SetKeywords).RequireAuthorization(CasesPolicies.ManageTaxonomy).WithName("editKeywords");
        api.MapPost("{code}/responsibilities", SetEntry).RequireAuthorization(CasesPolicies.ManageTaxonomy).Idempotent().WithName("setResponsibility");
        api.MapGet("{code}/responsibilities", Entries).RequireAuthorization(CasesPolicies.SeeTaxonomy).WithName("listResponsibilities");
        api.MapDelete("{code}/responsibilities/{id:guid}", EndEntry).RequireAuthorization(CasesPolicies.ManageTaxonomy).WithName("endResponsibility");
        api.MapGet("rulings", async (ApplyRulingHandler handler, CancellationToken ct) => TypedResults.Ok(await handler.ListAsync(ct))).RequireAuthorization(CasesPolicies.ManageTaxonomy).WithName("listRulings");
        api.MapPost("rulings/{id:guid}", Apply).RequireAuthorization(CasesPolicies.ManageTaxonomy).Idempotent().WithName("applyRuling");
        api.MapGet("{code}/rating-answers", async (string code, ReadRatingAnswers.ReadRatingAnswersHandler handler, CancellationToken ct) => TypedResults.Ok(await handler.HandleAsync(code, ct))).RequireAuthorization(CasesPolicies.SeeFigures).WithName("readRatingAnswers");
        EditQuestions.QuestionsApi.Map(api);
    }

    /// <summary>All categories, parents before children.</summary>
    private static async Task<Ok<IReadOnlyList<Category>>> List(TaxonomyCache cache, CancellationToken ct) =>
        TypedResults.Ok<IReadOnlyList<Category>>([.. (await cache.GetAsync(ct)).All.OrderBy(c => c.Code, StringComparer.Ordinal)]);

    private static async Task<Results<NoContent, ProblemResult>> SetKeywords(string code, EditKeywords command, EditKeywordsHandler handler, CancellationToken ct) =>
        (await handler.HandleAsync(code, command, ct)).ToHttp();

    private static async Task<Results<NoContent, ProblemResult>> SetEntry(string code, SetResponsibility command, SetResponsibilityHandler handler, CancellationToken ct) =>
        (await handler.HandleAsync(code, command, ct)).ToHttp();

    /// <summary>Entries in force for a category and the branches above it, in the caller's divisions; the most specific category first.</summary>
    private static async Task<Ok<IReadOnlyList<TracedEntry>>> Entries(string code, TaxonomyCache cache, IAccess access, CancellationToken ct) =>
        TypedResults.Ok<IReadOnlyList<TracedEntry>>([.. (await cache.GetAsync(ct)).Responsibilities.For(code, access.Division ?? "").Select(entry => TracedEntry.Of(entry, null))]);

    /// <summary>Ends an entry that is in force; what it said stays known.</summary>
    private static async Task<Results<NoContent, ProblemResult>> EndEntry(string code, Guid id, EndResponsibilityHandler handler, CancellationToken ct) =>
        (await handler.HandleAsync(code, id, ct)).ToHttp();

    /// <summary>Puts what a meeting ruled into the responsibility list, or leaves the list as it is.</summary>
    private static async Task<Results<NoContent, ProblemResult>> Apply(Guid id, ApplyRuling.ApplyRuling command, ApplyRulingHandler handler, CancellationToken ct) =>
        (await handler.HandleAsync(id, command, ct)).ToHttp();
}

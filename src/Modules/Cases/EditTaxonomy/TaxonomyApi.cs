using Linli.Cases.ApplyRuling;
using Linli.Cases.Taxonomy;
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
        api.MapGet("rulings", async (ApplyRulingHandler handler, CancellationToken ct) => TypedResults.Ok(await handler.ListAsync(ct))).RequireAuthorization(CasesPolicies.ManageTaxonomy).WithName("listRulings");
        api.MapPost("rulings/{id:guid}", Apply).RequireAuthorization(CasesPolicies.ManageTaxonomy).Idempotent().WithName("applyRuling");
        EditQuestions.QuestionsApi.Map(api);
    }

    /// <summary>All categories, parents before children.</summary>
    private static async Task<Ok<IReadOnlyList<Category>>> List(TaxonomyCache cache, CancellationToken ct) =>
        TypedResults.Ok<IReadOnlyList<Category>>([.. (await cache.GetAsync(ct)).All.OrderBy(c => c.Code, StringComparer.Ordinal)]);

    private static async Task<Results<NoContent, ProblemResult>> SetKeywords(string code, EditKeywords command, EditKeywordsHandler handler, CancellationToken ct) =>
        (await handler.HandleAsync(code, command, ct)).ToHttp();

    private static async Task<Results<NoContent, ProblemResult>> SetEntry(string code, SetResponsibility command, SetResponsibilityHandler handler, CancellationToken ct) =>
        (await handler.HandleAsync(code, command, ct)).ToHttp();

    /// <summary>Puts what a meeting ruled into the responsibility list, or leaves the list as it is.</summary>
    private static async Task<Results<NoContent, ProblemResult>> Apply(Guid id, ApplyRuling.ApplyRuling command, ApplyRulingHandler handler, CancellationToken ct) =>
        (await handler.HandleAsync(id, command, ct)).ToHttp();
}

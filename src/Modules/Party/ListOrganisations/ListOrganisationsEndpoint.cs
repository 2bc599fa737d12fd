using Linli.Platform.Problems;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Linli.Party;

internal static class ListOrganisationsEndpoint
{
    /// <summary>The tree of organisations, in its order, a page at a time.</summary>
    public static async Task<Ok<OrganisationList>> List(string? under, OrganisationKind? kind, string? q, int? page, ListOrganisationsHandler handler, CancellationToken ct) =>
        TypedResults.Ok(await handler.Handle(under, kind, q, page ?? 1, ct));

    /// <summary>An organisation with what stands under it, and the version to change it with; the phone masked.</summary>
    public static async Task<Results<Ok<OrganisationDetail>, ProblemResult>> Get(Guid id, ListOrganisationsHandler handler, CancellationToken ct) =>
        await handler.Find(id, ct) is { } organisation ? TypedResults.Ok(organisation) : new ProblemResult(Problem.NotFound);
}

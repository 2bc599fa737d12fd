using Linli.Platform.Problems;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Linli.Registry;

internal static class QualityEndpoint
{
    /// <summary>How good the records of a division are, by the divisions below it: the shares of records without a finding of each kind, and their mean.</summary>
    public static async Task<Results<Ok<DataQuality>, ProblemResult>> Get(string? division, ReadQualityHandler handler, CancellationToken ct) => (await handler.HandleAsync(division, ct)).ToHttp();

    /// <summary>What is to be mended within the caller's divisions, a page at a time, grid by grid.</summary>
    public static async Task<Ok<FindingList>> List(FindingKind? kind, string? type, string? division, int? page, ListFindingsHandler handler, CancellationToken ct) =>
        TypedResults.Ok(await handler.HandleAsync(kind, type, division, page ?? 1, ct));
}

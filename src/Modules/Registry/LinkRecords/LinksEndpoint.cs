using Linli.Platform.Problems;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Linli.Registry;

internal static class LinksEndpoint
{
    /// <summary>What a record belongs to and what belongs to it.</summary>
    public static async Task<Results<Ok<IReadOnlyList<LinkDetails>>, ProblemResult>> Get(Guid id, ViewRecordHandler view, LinkRecordsHandler handler, CancellationToken ct) =>
        await view.FindAsync(id, null, null, ct) is null ? new ProblemResult(Problem.NotFound) : TypedResults.Ok(await handler.OfAsync(id, ct));

    public static async Task<Results<CreatedResult<LinkDetails>, ProblemResult>> Post(Guid id, LinkRecords command, LinkRecordsHandler handler, CancellationToken ct) =>
        (await handler.LinkAsync(id, command, ct)).ToCreated(_ => $"/api/v1/registry/records/{id}/links");

    public static async Task<Results<NoContent, ProblemResult>> End(Guid id, Guid link, EndLink command, LinkRecordsHandler handler, CancellationToken ct) => (await handler.EndAsync(id, link, command, ct)).ToHttp();
}

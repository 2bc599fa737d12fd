using Linli.Platform.Problems;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Linli.Workforce;

internal static class ListWorkersEndpoint
{
    /// <summary>Workers of the caller's divisions, a page at a time, phones masked.</summary>
    public static async Task<Ok<WorkerList>> List(string? under, string? q, int? page, ListWorkersHandler handler, CancellationToken ct) =>
        TypedResults.Ok(await handler.Handle(under, q, page ?? 1, ct));

    /// <summary>A worker with the version to change it with.</summary>
    public static async Task<Results<Ok<WorkerLine>, ProblemResult>> Get(Guid id, ListWorkersHandler handler, CancellationToken ct) =>
        await handler.Find(id, ct) is { } worker ? TypedResults.Ok(worker) : new ProblemResult(Problem.NotFound);
}

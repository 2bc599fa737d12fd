using Linli.Platform.Problems;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Linli.Party;

internal static class ListProjectsEndpoint
{
    /// <summary>Joint projects of the caller's divisions, the latest first, a page at a time.</summary>
    public static async Task<Ok<ProjectList>> List(string? under, ProjectState? state, string? q, int? page, ListProjectsHandler handler, CancellationToken ct) =>
        TypedResults.Ok(await handler.Handle(under, state, q, page ?? 1, ct));

    /// <summary>A project with its partners and history, what may follow, and the version to change it with.</summary>
    public static async Task<Results<Ok<ProjectDetail>, ProblemResult>> Get(Guid id, ListProjectsHandler handler, CancellationToken ct) =>
        await handler.Find(id, ct) is { } project ? TypedResults.Ok(project) : new ProblemResult(Problem.NotFound);
}

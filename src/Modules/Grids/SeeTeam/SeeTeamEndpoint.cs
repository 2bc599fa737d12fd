using Linli.Platform.Problems;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Linli.Grids;

internal static class SeeTeamEndpoint
{
    /// <summary>A grid with its team, phones masked.</summary>
    public static async Task<Results<Ok<GridTeam>, ProblemResult>> Get(string code, SeeTeamHandler handler, CancellationToken ct) =>
        await handler.Find(code, ct) is { } team ? TypedResults.Ok(team) : new ProblemResult(Problem.NotFound);
}

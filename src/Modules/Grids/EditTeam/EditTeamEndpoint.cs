using Linli.Platform.Problems;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Linli.Grids;

internal static class EditTeamEndpoint
{
    /// <summary>Enters somebody in the team of a grid; gives the key. A stand-in is a worker of another grid of the same zone.</summary>
    public static async Task<Results<Ok<Guid>, ProblemResult>> Join(string code, JoinTeam command, EditTeamHandler handler, CancellationToken ct) =>
        (await handler.Join(code, command, ct)).ToHttp();

    /// <summary>Ends somebody's part in a team, from today.</summary>
    public static async Task<Results<NoContent, ProblemResult>> Leave(string code, Guid id, LeaveTeam command, EditTeamHandler handler, CancellationToken ct) =>
        (await handler.Leave(code, id, command, ct)).ToHttp();
}

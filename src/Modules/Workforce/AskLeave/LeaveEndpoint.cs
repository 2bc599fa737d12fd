using Linli.Platform.Problems;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Linli.Workforce;

internal static class LeaveEndpoint
{
    /// <summary>The caller's own leave, and with <c>workforce.leave</c> that of their divisions, with the shifts that it meets in published rosters.</summary>
    public static async Task<Ok<IReadOnlyList<LeaveLine>>> List(LeaveReader leaves, CancellationToken ct) => TypedResults.Ok(await leaves.ListAsync(own: false, ct));

    /// <summary>Asks for leave; gives the key. More annual leave than is left is refused, 409, with the figures.</summary>
    public static async Task<Results<Ok<Guid>, ProblemResult>> Ask(AskLeave command, AskLeaveHandler handler, CancellationToken ct) => (await handler.Ask(command, ct)).ToHttp();

    /// <summary>Takes leave back; the person is there again.</summary>
    public static async Task<Results<NoContent, ProblemResult>> Withdraw(Guid id, WithdrawLeave command, AskLeaveHandler handler, CancellationToken ct) => (await handler.Withdraw(id, command, ct)).ToHttp();

    /// <summary>Grants or refuses leave of somebody else. Granted, it is an absence: stand-ins serve the grids of the person meanwhile.</summary>
    public static async Task<Results<NoContent, ProblemResult>> Decide(Guid id, DecideLeave command, DecideLeaveHandler handler, CancellationToken ct) => (await handler.Handle(id, command, ct)).ToHttp();
}

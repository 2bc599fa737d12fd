using Linli.Platform.Problems;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Linli.StandardAddresses;

internal static class UnmatchedEndpoint
{
    /// <summary>Written addresses that nothing was found for, the most frequent first, those that wait unless another state is named.</summary>
    public static async Task<Ok<UnmatchedList>> List(string? state, int? page, SeeUnmatchedHandler handler, CancellationToken ct) =>
        TypedResults.Ok(await handler.List(UnmatchedList.StateOf(state), page ?? 1, ct));

    /// <summary>One of them with the addresses that it may mean.</summary>
    public static async Task<Results<Ok<UnmatchedDetail>, ProblemResult>> Get(Guid id, SeeUnmatchedHandler handler, CancellationToken ct) =>
        await handler.Find(id, ct) is { } text ? TypedResults.Ok(text) : new ProblemResult(Problem.NotFound);

    /// <summary>Settles one: it is another name of an address, or none of ours for a reason. An address made of it is created with its key.</summary>
    public static async Task<Results<Ok<UnmatchedDetail>, ProblemResult>> Settle(Guid id, SettleUnmatched command, SettleUnmatchedHandler handler, CancellationToken ct) =>
        (await handler.Handle(id, command, ct)).ToHttp();
}

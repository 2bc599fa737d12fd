using Linli.Platform.Problems;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Linli.Registry;

internal static class TwinsEndpoint
{
    /// <summary>Pairs of records that may be about the same, of which the caller sees both; the surest of each type first.</summary>
    public static async Task<Ok<TwinList>> List(string? type, string? division, int? page, ListTwinsHandler handler, CancellationToken ct) => TypedResults.Ok(await handler.HandleAsync(type, division, page ?? 1, ct));

    /// <summary>Two records of one type side by side, personal values as masks.</summary>
    public static async Task<Results<Ok<TwinComparison>, ProblemResult>> Get(Guid first, Guid second, CompareTwinsHandler handler, CancellationToken ct) =>
        await handler.HandleAsync(first, second, ct) is { } found ? TypedResults.Ok(found) : new ProblemResult(Problem.NotFound);

    /// <summary>One of the two stays, the other goes into it.</summary>
    public static async Task<Results<Ok<MergedRecords>, ProblemResult>> Merge(Guid first, Guid second, MergeRecords command, MergeRecordsHandler handler, CancellationToken ct) => (await handler.HandleAsync(first, second, command, ct)).ToHttp();

    /// <summary>The two are not the same, and nobody is asked again.</summary>
    public static async Task<Results<NoContent, ProblemResult>> Part(Guid first, Guid second, PartTwinsHandler handler, CancellationToken ct) => (await handler.HandleAsync(first, second, ct)).ToHttp();

    /// <summary>Both records are as they were before they were merged.</summary>
    public static async Task<Results<Ok<MergedRecords>, ProblemResult>> Undo(Guid id, UndoMergeHandler handler, CancellationToken ct) => (await handler.HandleAsync(id, ct)).ToHttp();
}

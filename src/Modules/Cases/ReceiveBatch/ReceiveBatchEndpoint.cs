using Linli.Cases.ReceiveCase;
using Linli.Platform.Problems;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Linli.Cases.ReceiveBatch;

internal static class ReceiveBatchEndpoint
{
    /// <summary>
    /// Files up to 500 reports and says of each what became of it, in their order. Every report names its externalId; one that was sent
    /// before is answered with the case made then, so a batch may be sent again.
    /// </summary>
    public static async Task<Results<Ok<BatchAnswer>, ProblemResult>> Post(CaseBatch batch, ReceiveBatchHandler handler, ProblemTexts texts, CancellationToken ct)
    {
        var outcomes = await handler.HandleAsync(batch.Items, ct);
        return TypedResults.Ok(new BatchAnswer([.. outcomes.Select(o => new BatchItemAnswer(o.Outcome, o.Case, o.Problem is { } problem ? ReportRefusal.Of(problem, texts) : null))]));
    }
}

/// <summary>What became of the reports of a batch.</summary>
/// <param name="Items">One for each, in their order.</param>
internal sealed record BatchAnswer(IReadOnlyList<BatchItemAnswer> Items);

/// <summary>What became of a report.</summary>
/// <param name="Outcome">Filed, there already, or refused.</param>
/// <param name="Case">The receipt; absent when it was refused.</param>
/// <param name="Problem">Why it was refused.</param>
internal sealed record BatchItemAnswer(BatchOutcomeKind Outcome, ReceivedCase? Case, ReportRefusal? Problem);

/// <summary>Why a report was refused, in the caller's language.</summary>
/// <param name="Code">Lasting code.</param>
/// <param name="Status">The HTTP status it would have had by itself.</param>
/// <param name="Title">In words.</param>
/// <param name="Errors">Messages by field.</param>
internal sealed record ReportRefusal(string Code, int Status, string Title, IReadOnlyDictionary<string, string[]>? Errors)
{
    public static ReportRefusal Of(Problem problem, ProblemTexts texts) =>
        new(problem.Code, problem.Status, texts.Title(problem), problem.Errors?.ToDictionary(e => e.Key, e => e.Value.Select(texts.Message).ToArray()));
}

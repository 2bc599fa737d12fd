using System.Globalization;
using Linli.Platform.Problems;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Linli.Registry;

internal static class LooksEndpoint
{
    /// <summary>Who looked at the personal values of a record, the latest first.</summary>
    public static async Task<Results<Ok<IReadOnlyList<LookDetails>>, ProblemResult>> Of(Guid id, SeeLooksHandler handler, CancellationToken ct) =>
        await handler.OfAsync(id, ct) is { } looks ? TypedResults.Ok(looks) : new ProblemResult(Problem.NotFound);

    /// <summary>Who looked how often in a month, <c>2026-11</c>.</summary>
    public static async Task<Results<Ok<IReadOnlyList<LookTally>>, ProblemResult>> Tally(string month, SeeLooksHandler handler, CancellationToken ct) =>
        Month(month) is { } asked ? TypedResults.Ok(await handler.TallyAsync(asked, ct)) : new ProblemResult(Problem.Invalid("month", "registry.not-a-month"));

    /// <summary>The first day of a month written <c>2026-11</c>; null where that is none.</summary>
    public static DateOnly? Month(string? text) => DateOnly.TryParseExact(text, "yyyy-MM", CultureInfo.InvariantCulture, DateTimeStyles.None, out var month) && month.Year is >= 2000 and < 2200 ? month : null;
}

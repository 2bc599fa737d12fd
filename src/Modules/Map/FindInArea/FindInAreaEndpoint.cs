using Linli.Platform.Problems;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Linli.Map;

internal static class FindInAreaEndpoint
{
    /// <summary>What lies in an area, layer by layer.</summary>
    /// <param name="area">Its corners, WGS-84: <c>114.35,28.47;114.36,28.47;114.36,28.48</c>.</param>
    /// <param name="layer">Keys of layers; without any, all.</param>
    /// <param name="when">A past day, for layers that know it: what there was at its end.</param>
    /// <param name="handler">Finds it.</param>
    /// <param name="ct">Cancels.</param>
    public static async Task<Results<Ok<IReadOnlyList<AreaContents>>, ProblemResult>> Get(string? area, [FromQuery] string[]? layer, DateOnly? when, FindInAreaHandler handler, CancellationToken ct) =>
        (await handler.Handle(area, layer, when, ct)).ToHttp();

    /// <summary>The same as a table, UTF-8 CSV, of the layers that the caller may export.</summary>
    public static async Task<Results<PushStreamHttpResult, ProblemResult>> GetCsv(string? area, [FromQuery] string[]? layer, DateOnly? when, ExportAreaHandler handler, CancellationToken ct)
    {
        if (!(await handler.BeginAsync(area, layer, ct)).Succeeded(out var polygon, out var problem)) return new ProblemResult(problem);
        return TypedResults.Stream(output => handler.WriteAsync(output, polygon, layer, when, ct), "text/csv; charset=utf-8", "map.csv");
    }
}

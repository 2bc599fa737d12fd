using System.Text.Json;
using Linli.Geo;
using Linli.Platform.Problems;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Linli.Grids;

/// <summary>A division with its boundary as a GeoJSON geometry, WGS-84; null when it was never drawn.</summary>
internal sealed record DivisionDetail(DivisionSummary Division, JsonElement? Boundary);

internal static class SeeDivisionsEndpoint
{
    /// <summary>Divisions directly below one, or the roots.</summary>
    public static Ok<IReadOnlyList<DivisionSummary>> Below(string? under, SeeDivisionsHandler handler) => TypedResults.Ok(handler.Below(under));

    /// <summary>A division with its boundary.</summary>
    public static Results<Ok<DivisionDetail>, ProblemResult> One(string code, SeeDivisionsHandler handler) =>
        handler.Find(code) is { } found
            ? TypedResults.Ok(new DivisionDetail(found.Summary, found.Node.Shape is { } shape ? JsonElement.Parse(GeoJson.WriteGeometry(shape)) : null))
            : new ProblemResult(Problem.NotFound);
}

using System.Security.Cryptography;
using Linli.Contracts.Grids;
using Linli.Platform.Problems;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Net.Http.Headers;

namespace Linli.Grids;

internal static class DrawMapEndpoint
{
    public const string MediaType = "application/geo+json";

    /// <summary>Boundaries of a level as GeoJSON, WGS-84.</summary>
    public static Results<FileContentHttpResult, ProblemResult> Get(string? level, string? under, DrawMapHandler handler, HttpResponse response)
    {
        if (!Enum.TryParse<DivisionLevel>(level, ignoreCase: true, out var known) || !Enum.IsDefined(known))
            return new ProblemResult(Problem.Invalid("level", "grids.level-unknown"));
        if (!handler.Handle(known, under ?? "").Succeeded(out var file, out var problem)) return new ProblemResult(problem);
        response.Headers.CacheControl = "public, max-age=60";
        // The same words in another encoding are the same map, hence the weak tag.
        var tag = new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(SHA256.HashData(file).AsSpan(0, 12))}\"", isWeak: true);
        return TypedResults.File(file, MediaType, entityTag: tag);
    }
}

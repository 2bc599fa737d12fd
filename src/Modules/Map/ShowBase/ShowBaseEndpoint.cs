using Linli.Platform.Problems;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Linli.Map;

internal static class ShowBaseEndpoint
{
    /// <summary>A tile of the base map, where one is set up: a picture, or shapes as a Mapbox Vector Tile.</summary>
    public static async Task<Results<FileContentHttpResult, ProblemResult>> Get(int sheet, int z, int x, int y, BaseMap map, HttpResponse response, CancellationToken ct)
    {
        if (!(await map.FetchAsync(sheet, new(z, x, y), ct)).Succeeded(out var found, out var problem)) return new ProblemResult(problem);
        response.Headers.CacheControl = "private, max-age=604800";
        response.Headers.ContentSecurityPolicy = "default-src 'none'; sandbox";   // a picture may be SVG, and it is somebody else's
        return TypedResults.File(found.Bytes, found.Type);
    }
}

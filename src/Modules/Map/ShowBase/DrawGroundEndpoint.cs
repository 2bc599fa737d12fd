using Linli.Platform.Problems;
using Linli.Tiles;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Linli.Map;

internal static class DrawGroundEndpoint
{
    /// <summary>Streets and houses of the demo district as a Mapbox Vector Tile, where the demo runs without another base map; 204 where nothing is.</summary>
    public static Results<FileContentHttpResult, NoContent, ProblemResult> Get(int z, int x, int y, DemoBase map, HttpResponse response)
    {
        if (!map.Tile(new(z, x, y)).Succeeded(out var tile, out var problem)) return new ProblemResult(problem);
        response.Headers.CacheControl = "private, max-age=3600";
        if (tile.Bytes.Length == 0) return TypedResults.NoContent();
        return TypedResults.File(tile.Bytes, VectorTile.MediaType, entityTag: tile.Tag);
    }
}

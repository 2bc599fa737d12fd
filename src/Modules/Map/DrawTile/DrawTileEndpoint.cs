using Linli.Platform.Problems;
using Linli.Tiles;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Linli.Map;

internal static class DrawTileEndpoint
{
    /// <summary>A layer of the map as a Mapbox Vector Tile, with what the caller sees; 204 where nothing is.</summary>
    /// <param name="layer">Key of the layer.</param>
    /// <param name="z">Zoom.</param>
    /// <param name="x">Column from the west.</param>
    /// <param name="y">Row from the north.</param>
    /// <param name="when">A past day, for layers that know it: what there was at its end.</param>
    /// <param name="handler">Draws it.</param>
    /// <param name="response">Is told how long it lasts.</param>
    /// <param name="ct">Cancels.</param>
    public static async Task<Results<FileContentHttpResult, NoContent, ProblemResult>> Get(string layer, int z, int x, int y, DateOnly? when, DrawTileHandler handler, HttpResponse response, CancellationToken ct)
    {
        if (!(await handler.Handle(layer, new(z, x, y), when, ct)).Succeeded(out var tile, out var problem)) return new ProblemResult(problem);
        response.Headers.CacheControl = "private, no-cache";   // asked for again each time, sent again only when it differs
        if (tile.Bytes.Length == 0) return TypedResults.NoContent();
        return TypedResults.File(tile.Bytes, VectorTile.MediaType, entityTag: tile.Tag);
    }
}

using System.Security.Cryptography;
using Linli.Contracts.Map;
using Linli.Platform.Access;
using Linli.Platform.Problems;
using Linli.Tiles;
using Microsoft.Net.Http.Headers;

namespace Linli.Map;

/// <summary>A tile as it is sent.</summary>
internal sealed record DrawnTile(byte[] Bytes)
{
    // The same tile in another encoding is the same tile, hence the weak tag.
    public EntityTagHeaderValue Tag { get; } = new($"\"{Convert.ToHexStringLower(SHA256.HashData(Bytes).AsSpan(0, 12))}\"", isWeak: true);
}

/// <summary>Draws a layer's tile with what the caller may see, once for all who see the same.</summary>
internal sealed class DrawTileHandler(SeenLayers layers, IAccess access, TileCache cache)
{
    public async Task<Result<DrawnTile>> Handle(string key, TileKey tile, DateOnly? when, CancellationToken ct)
    {
        if (!tile.Exists || layers.Find(key) is not { } layer) return Problem.NotFound;
        return await cache.GetOrDrawAsync(new(key, access.View(), tile, layer is IMapHistory ? when : null), layer.Topic, () => DrawAsync(layer, tile, when, ct));
    }

    private static async Task<DrawnTile> DrawAsync(IMapLayer layer, TileKey tile, DateOnly? when, CancellationToken ct)
    {
        var features = await layer.FeaturesAsync(new(tile.Widened(layer.Shape is MapShape.Areas ? VectorTile.Margin : 0), tile.Zoom), when, ct);
        return new(VectorTile.Write(tile, layer.Shape is MapShape.Areas
            ? [new(TileLayers.Areas, features.Select(layer.Drawn)), new(TileLayers.Labels, features.Where(area => area.HasRoomIn(tile)).Select(area => layer.Drawn(area with { Shape = area.Shape.InteriorPoint })))]
            : [new(TileLayers.Points, (await layer.GroupedAsync(features, tile.Zoom, ct)).Select(layer.Drawn))]));
    }
}

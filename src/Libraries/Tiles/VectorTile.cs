using NetTopologySuite.Geometries;

namespace Linli.Tiles;

/// <summary>Writes Mapbox Vector Tiles 2.1 (github.com/mapbox/vector-tile-spec).</summary>
public static class VectorTile
{
    /// <summary>Units along the edge of a tile.</summary>
    public const int Extent = 4096;

    /// <summary>How far beyond its edges a tile is drawn, in widths of the tile; who asks for features asks for these too.</summary>
    public const double Margin = Clipping.Margin / Extent;

    /// <summary>The media type of a tile.</summary>
    public const string MediaType = "application/vnd.mapbox-vector-tile";

    /// <summary>The tile with these layers; no bytes at all when nothing shows.</summary>
    /// <exception cref="ArgumentException">An attribute that is neither text, number nor truth.</exception>
    public static byte[] Write(TileKey tile, params IEnumerable<TileLayer> layers)
    {
        var message = new ProtoWriter();
        foreach (var layer in layers)
        {
            var writer = new LayerWriter(tile);
            foreach (var feature in layer.Features) writer.Add(feature);
            if (writer.Finish(layer.Name) is { } written) message.Message(3, written);
        }
        return message.ToArray();
    }
}

/// <summary>A layer of a tile.</summary>
/// <param name="Name">Its name, once in a tile.</param>
/// <param name="Features">What is drawn; what does not show is left out.</param>
public sealed record TileLayer(string Name, IEnumerable<TileFeature> Features);

/// <summary>Something to draw.</summary>
/// <param name="Geometry">Points, lines or polygons, WGS-84 degrees; several as one multi-geometry, not mixed.</param>
/// <param name="Attributes">Texts (<c>string</c>), numbers (<c>int</c>, <c>long</c>, <c>double</c>) and truths (<c>bool</c>); null is left out.</param>
public sealed record TileFeature(Geometry Geometry, IEnumerable<KeyValuePair<string, object?>> Attributes);

using Linli.Geo;

namespace Linli.Tiles;

/// <summary>A tile of the pyramid that web maps share (XYZ: y grows southward).</summary>
/// <param name="Zoom">0 is the world in one tile; each step parts a tile in four.</param>
/// <param name="X">Column from the west.</param>
/// <param name="Y">Row from the north.</param>
public readonly record struct TileKey(int Zoom, int X, int Y)
{
    /// <summary>The deepest zoom: a tile there is about ten metres wide.</summary>
    public const int Deepest = 22;

    /// <summary>Whether there is such a tile.</summary>
    public bool Exists => Zoom is >= 0 and <= Deepest && X >= 0 && Y >= 0 && X < 1 << Zoom && Y < 1 << Zoom;

    /// <summary>What the tile covers, WGS-84 degrees.</summary>
    public BoundingBox Box => Widened(0);

    /// <summary>The tile in which a position lies.</summary>
    public static TileKey At(LonLat at, int zoom)
    {
        var tiles = 1 << zoom;
        return new(zoom, Cell(Mercator.X(at.Lon)), Cell(Mercator.Y(at.Lat)));

        int Cell(double share) => Math.Clamp((int)(share * tiles), 0, tiles - 1);
    }

    /// <summary>What the tile covers and a margin around it.</summary>
    /// <param name="margin">In widths of the tile.</param>
    public BoundingBox Widened(double margin)
    {
        var tiles = (double)(1 << Zoom);
        return new(Mercator.Lon((X - margin) / tiles), Mercator.Lat((Y + 1 + margin) / tiles), Mercator.Lon((X + 1 + margin) / tiles), Mercator.Lat((Y - margin) / tiles));
    }
}

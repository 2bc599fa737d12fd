namespace Linli.Tiles;

/// <summary>A point in the units of a tile, not yet rounded: 0 to <see cref="VectorTile.Extent"/> from its north-west corner, y southward.</summary>
internal readonly record struct TilePoint(double X, double Y)
{
    public TilePoint To(TilePoint other, double share) => new(X + (other.X - X) * share, Y + (other.Y - Y) * share);

    /// <summary>Square of the distance to a stretch between two points.</summary>
    public double SquareTo(TilePoint from, TilePoint to)
    {
        var (dx, dy) = (to.X - from.X, to.Y - from.Y);
        var length = dx * dx + dy * dy;
        var share = length > 0 ? Math.Clamp(((X - from.X) * dx + (Y - from.Y) * dy) / length, 0, 1) : 0;
        var (x, y) = (from.X + share * dx - X, from.Y + share * dy - Y);
        return x * x + y * y;
    }
}

using FsCheck;
using FsCheck.Fluent;
using Linli.Tiles;
using NetTopologySuite.Geometries;

namespace Linli.Libraries.Tests.Tiles;

/// <summary>Tiles over the invented district and shapes around them, at random.</summary>
internal static class Shapes
{
    public static readonly Gen<TileKey> Tile =
        from zoom in Gen.Choose(8, 19)
        from at in Position
        select TileKey.At(new(at.X, at.Y), zoom);

    public static Gen<Coordinate> Position =>
        from x in Gen.Choose(0, 1_000_000)
        from y in Gen.Choose(0, 1_000_000)
        select new Coordinate(114.2 + x * 3e-7, 28.3 + y * 3e-7);

    /// <summary>A star around a point near the tile, with a hole in its middle: bent, but never crossing itself.</summary>
    public static Gen<Polygon> Star(TileKey tile) =>
        from corners in Gen.Choose(5, 60)
        from reach in Gen.Choose(1, 300)
        from reaches in Gen.ArrayOf(Gen.Choose(30, 100), corners)
        from dx in Gen.Choose(-150, 250)
        from dy in Gen.Choose(-150, 250)
        let box = tile.Box
        let size = (box.East - box.West) * reach / 100
        let centre = new Coordinate(box.West + (box.East - box.West) * dx / 100, box.South + (box.North - box.South) * dy / 100)
        select new Polygon(Ring(centre, size, reaches), [Ring(centre, size * 0.2, [.. reaches.Select(_ => 100)])]);

    public static void Holds<T>(Gen<T> given, Func<T, bool> property) =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(500), Prop.ForAll(given.ToArbitrary(), property));

    private static LinearRing Ring(Coordinate centre, double size, int[] reaches)
    {
        var points = reaches.Select((reach, i) => (Angle: 2 * Math.PI * i / reaches.Length, Reach: size * reach / 100))
            .Select(point => new Coordinate(centre.X + point.Reach * Math.Cos(point.Angle), centre.Y + point.Reach * Math.Sin(point.Angle))).ToList();
        return new([.. points, points[0].Copy()]);
    }
}

using NetTopologySuite.Geometries;

namespace Linli.Geo;

/// <summary>Sizes on the ground of shapes in degrees; flat around the middle of the shape, so good for some tens of kilometres.</summary>
public static class Ground
{
    /// <summary>Area in square metres.</summary>
    public static double SquareMetres(Geometry shape) => InMetres(shape).Area;

    /// <summary>Length of all rings in metres.</summary>
    public static double PerimeterMetres(Geometry shape) => InMetres(shape).Length;

    internal static Geometry InMetres(Geometry shape)
    {
        var (lon, lat) = new LonLat(shape.EnvelopeInternal.Centre.X, shape.EnvelopeInternal.Centre.Y).MetresPerDegree();
        var copy = shape.Copy();
        copy.Apply(new Scaling(lon, lat));
        return copy;
    }

    private sealed class Scaling(double x, double y) : ICoordinateSequenceFilter
    {
        public bool Done => false;

        public bool GeometryChanged => true;

        public void Filter(CoordinateSequence seq, int i)
        {
            seq.SetX(i, seq.GetX(i) * x);
            seq.SetY(i, seq.GetY(i) * y);
        }
    }
}

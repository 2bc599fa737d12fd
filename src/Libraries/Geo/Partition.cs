using NetTopologySuite.Geometries;
using NetTopologySuite.Operation.OverlayNG;
using NetTopologySuite.Operation.Overlay;

namespace Linli.Geo;

/// <summary>Whether parts make up a whole, and how they are made to do so exactly. Shapes are in WGS-84 degrees.</summary>
public static class Partition
{
    /// <summary>What is drawn by hand or measured twice may differ by so many metres.</summary>
    public const double ToleranceMetres = 1;

    // The decimals that GeoJson keeps: what comes out is stored as it is, and neighbours share their vertices.
    private static readonly PrecisionModel Stored = new(1e7);

    /// <summary>The first thing that keeps the parts from making up the whole: anything wider than the tolerance; null when nothing does.</summary>
    public static PartitionFault? Fault(Geometry whole, IReadOnlyList<Geometry> parts)
    {
        var all = Union(parts);
        if (Wide(PartitionFaultKind.Outside, Overlay(all, whole, SpatialFunction.Difference)) is { } outside) return outside;
        if (Wide(PartitionFaultKind.Gap, Overlay(whole, all, SpatialFunction.Difference)) is { } gap) return gap;
        for (var one = 0; one < parts.Count; one++)
            for (var other = one + 1; other < parts.Count; other++)
                if (Wide(PartitionFaultKind.Overlap, Overlay(parts[one], parts[other], SpatialFunction.Intersection)) is { } overlap) return overlap;
        return null;
    }

    /// <summary>The parts without what lies outside the whole or in an earlier part; what is then left of the whole goes to the part it touches most. In the order given.</summary>
    public static IReadOnlyList<Geometry> Fit(Geometry whole, IReadOnlyList<Geometry> parts)
    {
        var (left, fitted) = (Polygons(whole), new Geometry[parts.Count]);
        for (var i = 0; i < parts.Count; i++)
        {
            fitted[i] = Overlay(parts[i], left, SpatialFunction.Intersection);
            left = Overlay(left, fitted[i], SpatialFunction.Difference);
        }
        for (var i = 0; i < left.NumGeometries; i++)
        {
            var sliver = left.GetGeometryN(i);
            var nearest = Enumerable.Range(0, fitted.Length).MaxBy(part => OverlayNG.Overlay(fitted[part], sliver.Boundary, SpatialFunction.Intersection, Stored).Length);
            fitted[nearest] = Overlay(fitted[nearest], sliver, SpatialFunction.Union);
        }
        return fitted;
    }

    /// <summary>Shapes as one.</summary>
    public static Geometry Union(IReadOnlyList<Geometry> shapes) =>
        shapes.Skip(1).Aggregate(Polygons(shapes[0]), (union, shape) => Overlay(union, shape, SpatialFunction.Union));

    private static Geometry Overlay(Geometry one, Geometry other, SpatialFunction operation) => Polygons(OverlayNG.Overlay(one, other, operation, Stored));

    /// <summary>Without the lines and points in which shapes may also meet.</summary>
    private static Geometry Polygons(Geometry geometry)
    {
        var polygons = Enumerable.Range(0, geometry.NumGeometries).Select(geometry.GetGeometryN).OfType<Polygon>().ToArray();
        return polygons.Length == 1 ? polygons[0] : geometry.Factory.CreateMultiPolygon(polygons);
    }

    private static PartitionFault? Wide(PartitionFaultKind kind, Geometry difference)
    {
        for (var i = 0; i < difference.NumGeometries; i++)
        {
            var piece = difference.GetGeometryN(i);
            if (piece.IsEmpty || Ground.InMetres(piece).Buffer(-ToleranceMetres / 2).IsEmpty) continue;
            var inside = piece.InteriorPoint;
            return new(kind, Ground.SquareMetres(piece), new(inside.X, inside.Y));
        }
        return null;
    }
}

/// <summary>Why parts do not make up a whole.</summary>
/// <param name="Kind">What is wrong.</param>
/// <param name="SquareMetres">How large the place is.</param>
/// <param name="At">A position in it.</param>
public sealed record PartitionFault(PartitionFaultKind Kind, double SquareMetres, LonLat At);

/// <summary>What can be wrong with parts.</summary>
public enum PartitionFaultKind
{
    /// <summary>A place of the whole is in no part.</summary>
    Gap,

    /// <summary>A place is in two parts.</summary>
    Overlap,

    /// <summary>A part reaches beyond the whole.</summary>
    Outside,
}

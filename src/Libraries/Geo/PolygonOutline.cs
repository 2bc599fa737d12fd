using System.Globalization;
using System.Text;
using NetTopologySuite.Geometries;
using NetTopologySuite.Simplify;

namespace Linli.Geo;

/// <summary>Outlines small enough to send to a map.</summary>
public static class PolygonOutline
{
    /// <summary>
    /// The geometry with fewer points, none moved by more than <paramref name="tolerance"/> degrees (Douglas–Peucker; 0.0001° is about
    /// 11 m). Stays valid; neighbours may come apart by the tolerance.
    /// </summary>
    public static Geometry Simplify(Geometry geometry, double tolerance)
    {
        var simplified = DouglasPeuckerSimplifier.Simplify(geometry, tolerance);
        return simplified.IsEmpty ? geometry : simplified;
    }

    /// <summary>
    /// The outline as an SVG path ("M0 0L10 0L10 10Z"), <paramref name="box"/> mapped to <paramref name="width"/> pixels with north up
    /// and degrees of longitude shortened for the latitude. Fill it with the even-odd rule.
    /// </summary>
    public static string SvgPath(Geometry geometry, BoundingBox box, double width)
    {
        var (lonMetres, latMetres) = new LonLat(box.West, (box.South + box.North) / 2).MetresPerDegree();
        var perLon = width / (box.East - box.West);
        var perLat = perLon * latMetres / lonMetres;
        var path = new StringBuilder();
        foreach (var ring in Rings(geometry))
        {
            for (var i = 0; i + 1 < ring.NumPoints; i++)
            {
                var point = ring.GetCoordinateN(i);
                path.Append(i == 0 ? 'M' : 'L').Append(CultureInfo.InvariantCulture,
                    $"{(point.X - box.West) * perLon:0.#} {(box.North - point.Y) * perLat:0.#}");
            }
            path.Append('Z');
        }
        return path.ToString();
    }

    internal static IEnumerable<LineString> Rings(Geometry geometry)
    {
        for (var i = 0; i < geometry.NumGeometries; i++)
        {
            if (geometry.GetGeometryN(i) is not Polygon polygon) continue;
            yield return polygon.ExteriorRing;
            foreach (var hole in polygon.InteriorRings) yield return hole;
        }
    }
}

using System.Text.Json;
using Linli.Contracts.Grids;
using Linli.Geo;
using Linli.Platform.Problems;
using NetTopologySuite.Geometries;
using NetTopologySuite.Precision;

namespace Linli.Grids;

/// <summary>Makes small map files: outlines of one level, as coarse as the level allows.</summary>
internal sealed class DrawMapHandler(Snapshot<DivisionTree> tree)
{
    private const int MostOutlines = 1000;

    /// <summary>About a metre; what a map shows needs no more.</summary>
    private static readonly PrecisionModel Metres = new(1e5);

    /// <summary>GeoJSON, WGS-84, of the divisions of a level within a division; features carry <c>code</c> and <c>name</c>. Made once for each state of the tree.</summary>
    public Result<byte[]> Handle(DivisionLevel level, string under)
    {
        var state = tree.Value;
        if (state.Node(under) is null) return Problem.NotFound;
        var nodes = state.At(level, under).Where(node => node.Shape is not null).ToList();
        return nodes.Count > MostOutlines ? GridsErrors.TooManyOutlines : state.Outlines.GetOrMake(level, under, () => Write(nodes, Tolerance(level)));
    }

    // Degrees of latitude: 0.0001 is 11 m.
    private static double Tolerance(DivisionLevel level) => level switch
    {
        DivisionLevel.Grid => 0.00003,
        DivisionLevel.Community => 0.0001,
        DivisionLevel.Street => 0.0002,
        DivisionLevel.District => 0.0005,
        _ => 0.002,
    };

    private static byte[] Write(IEnumerable<DivisionNode> nodes, double tolerance)
    {
        using var stream = new MemoryStream();
        GeoJson.Write(stream, nodes.Select(node => new GeoFeature(Coarse(node.Shape!, tolerance), new Dictionary<string, JsonElement>(StringComparer.Ordinal)
        {
            ["code"] = JsonSerializer.SerializeToElement(node.Division.Code),
            ["name"] = JsonSerializer.SerializeToElement(node.Division.Name),
        })));
        return stream.ToArray();
    }

    private static Geometry Coarse(Geometry shape, double tolerance) =>
        GeometryPrecisionReducer.ReducePointwise(PolygonOutline.Simplify(shape, tolerance), Metres);
}

using System.Globalization;
using Linli.Contracts.Grids;
using Linli.Demo;
using Linli.Geo;
using NetTopologySuite.Geometries;

namespace Linli.Grids;

/// <summary>A split that waits for its day: the last grid of the demo is to be cut in two.</summary>
internal static class DemoRedraw
{
    private const int CommunityLength = 12, DaysAhead = 30;

    public static RedrawPlan Make(DivisionNode grid, DemoDistrict district, DateOnly today, DateTimeOffset now)
    {
        var (code, name) = (grid.Division.Code, grid.Division.Name);
        var next = int.Parse(code.AsSpan(CommunityLength), CultureInfo.InvariantCulture) + 1;
        var parts = Halves(grid.Shape!).Select((half, i) => new RedrawPart(
            string.Create(CultureInfo.InvariantCulture, $"{code[..CommunityLength]}{next + i:000}"), name.Replace("网格", i == 0 ? "西网格" : "东网格", StringComparison.Ordinal), half));
        return new()
        {
            Id = Guid.CreateVersion7(now), DivisionCode = code[..CommunityLength], Kind = RedrawKind.Split, Grids = [code], Parts = RedrawPlan.Write(parts),
            EffectiveOn = today.AddDays(DaysAhead), EnteredBy = district.Accounts.First(a => a.Role == DemoRole.DistrictClerk).DisplayName, EnteredAt = now,
        };
    }

    /// <summary>The last in code order: the numbers behind it are free.</summary>
    public static DivisionNode Grid(DivisionTree tree, string root) => tree.At(DivisionLevel.Grid, root).Last();

    private static IReadOnlyList<Geometry> Halves(Geometry shape)
    {
        var box = shape.EnvelopeInternal;
        return Partition.Fit(shape, [shape.Factory.ToGeometry(new(box.MinX, box.Centre.X, box.MinY, box.MaxY)), shape.Factory.ToGeometry(new(box.Centre.X, box.MaxX, box.MinY, box.MaxY))]);
    }
}

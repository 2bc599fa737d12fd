using Linli.Contracts.Grids;
using Linli.Demo;
using Linli.Grids;
using NetTopologySuite.Geometries;

namespace Linli.Bench.Grids;

/// <summary>How many positions a second one core turns into grids, in the tree that the program holds: 10,000 grids, random positions all over the district.</summary>
internal sealed class GridsMeasurement : IMeasurement
{
    private const int GridCount = 10_000, Positions = 1 << 20, Rounds = 7;
    private const double Goal = 1_000_000;

    public string Name => "grids";

    public Task RunAsync(Report report)
    {
        var rows = DemoDistrict.Create(seed: 1, DateTimeOffset.UnixEpoch, caseCount: 0, GridCount).Divisions.Select(Row).ToList();
        var start = Environment.CpuUsage.TotalTime;
        var tree = new DivisionTree(rows);
        report.Note($"{tree.At(DivisionLevel.Grid, "").Count():N0} grids; the tree took {(Environment.CpuUsage.TotalTime - start).TotalSeconds:0.0} s of processor time to make");

        var positions = Scatter(tree.Node("990101")!.Shape!.EnvelopeInternal);
        var rates = Enumerable.Range(0, Rounds).Select(_ => Measure(tree, positions)).Order().ToList();
        report.Note($"{positions.Count(p => tree.Locate(p.Lon, p.Lat)?.Level is DivisionLevel.Grid) * 100.0 / Positions:0} % of the positions lie in a grid");
        report.AtLeast("lookups a second, one core, median round", rates[Rounds / 2], Goal, "/s");
        return Task.CompletedTask;
    }

    private static double Measure(DivisionTree tree, (double Lon, double Lat)[] positions)
    {
        // Processor time, not the clock on the wall: what else runs on the machine is not our speed.
        var (start, found) = (Environment.CpuUsage.TotalTime, 0);
        foreach (var (lon, lat) in positions) found += tree.Locate(lon, lat) is null ? 0 : 1;
        GC.KeepAlive(found);
        return positions.Length / (Environment.CpuUsage.TotalTime - start).TotalSeconds;
    }

    private static (double Lon, double Lat)[] Scatter(Envelope box)
    {
        var random = new Random(1);
        return [.. Enumerable.Range(0, Positions).Select(_ => (box.MinX + random.NextDouble() * box.Width, box.MinY + random.NextDouble() * box.Height))];
    }

    private static DivisionRow Row(DemoDivision division)
    {
        var row = new DivisionRow { Code = division.Code, Name = division.Name, Level = Enum.Parse<DivisionLevel>(division.Level.ToString()), ParentCode = division.ParentCode };
        row.Draw(new Polygon(new LinearRing([.. division.Outline.Select(p => new Coordinate(p.Lon, p.Lat))])));
        return row;
    }
}

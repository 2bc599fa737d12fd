namespace Linli.Geo;

/// <summary>
/// Cuts the box around all polygons into equal cells and knows for each which polygons can hold its points: none, one for the
/// whole cell, or a few to be tested.
/// </summary>
internal sealed class CellRaster
{
    private const int CellsPerPolygon = 160;

    private readonly BoundingBox box;
    private readonly double perLon;
    private readonly double perLat;
    private readonly int columns;
    private readonly int rows;

    /// <summary>Per cell: -1 for none, a polygon for the whole cell, or the complement of <see cref="lists"/>' position plus one.</summary>
    private readonly int[] cells;

    /// <summary>Runs of a count and so many polygons, in the order of the polygons.</summary>
    private readonly int[] lists;

    public CellRaster(BoundingBox box, int polygons, Edges edges)
    {
        this.box = box;
        var (width, height) = (Math.Max(box.East - box.West, 1e-9), Math.Max(box.North - box.South, 1e-9));
        var wanted = Math.Clamp(polygons * CellsPerPolygon, 1 << 12, 1 << 22);
        columns = Math.Clamp((int)Math.Sqrt(wanted * width / height), 1, wanted);
        rows = Math.Max(1, wanted / columns);
        (perLon, perLat) = (columns / width, rows / height);
        var builder = new CellRasterBuilder(columns, rows);
        for (var polygon = 0; polygon < polygons; polygon++) builder.Draw(polygon, Scaled(edges.Of(polygon)));
        (cells, lists) = builder.Finish();
    }

    /// <summary>The polygons that may hold the position. When the cell lies wholly within the only one, <paramref name="certain"/>.</summary>
    public ReadOnlySpan<int> Candidates(double lon, double lat, out bool certain)
    {
        certain = false;
        if (!(lon >= box.West && lon <= box.East && lat >= box.South && lat <= box.North)) return [];
        var column = Math.Min((int)((lon - box.West) * perLon), columns - 1);
        var row = Math.Min((int)((lat - box.South) * perLat), rows - 1);
        var at = row * columns + column;
        var cell = cells[at];
        if (cell == -1) return [];
        certain = cell >= 0;
        return certain ? cells.AsSpan(at, 1) : lists.AsSpan(~cell, lists[~cell - 1]);
    }

    private Edge[] Scaled(ReadOnlySpan<Edge> edges)
    {
        var scaled = new Edge[edges.Length];
        for (var i = 0; i < edges.Length; i++)
        {
            scaled[i] = Edge.Between((edges[i].LonSouth - box.West) * perLon, (edges[i].South - box.South) * perLat,
                (edges[i].LonNorth - box.West) * perLon, (edges[i].North - box.South) * perLat);
        }
        return scaled;
    }
}

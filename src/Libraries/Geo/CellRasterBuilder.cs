namespace Linli.Geo;

/// <summary>Draws polygons, given in units of cells, into a raster one after the other.</summary>
internal sealed class CellRasterBuilder(int columns, int rows)
{
    // Rounding may put a point on the far side of a cell's border, so edges are drawn this much thicker.
    private const double Margin = 1e-6;

    private readonly List<int>?[] whole = new List<int>?[columns * rows];
    private readonly List<int>?[] touched = new List<int>?[columns * rows];

    public void Draw(int polygon, Edge[] edges)
    {
        foreach (ref readonly var edge in edges.AsSpan()) Touch(polygon, edge);
        var (south, north) = (Row(edges.Min(edge => edge.South)), Row(edges.Max(edge => edge.North)));
        for (var row = south; row <= north; row++) Fill(polygon, edges, row);
    }

    /// <summary>The cells and lists of <see cref="CellRaster"/>.</summary>
    public (int[] Cells, int[] Lists) Finish()
    {
        var cells = new int[columns * rows];
        var lists = new List<int>();
        for (var cell = 0; cell < cells.Length; cell++)
        {
            var inside = whole[cell] ?? [];
            cells[cell] = touched[cell] is { } mixed ? Append(lists, inside.Union(mixed).Order().ToList()) : inside.Count > 0 ? inside[0] : -1;
        }
        return (cells, [.. lists]);
    }

    private static int Append(List<int> lists, List<int> polygons)
    {
        lists.Add(polygons.Count);
        lists.AddRange(polygons);
        return ~(lists.Count - polygons.Count);
    }

    private void Touch(int polygon, in Edge edge)
    {
        for (var row = Row(edge.South - Margin); row <= Row(edge.North + Margin); row++)
        {
            var (low, high) = (Math.Clamp(row - Margin, edge.South, edge.North), Math.Clamp(row + 1 + Margin, edge.South, edge.North));
            var (from, to) = edge.North > edge.South ? (edge.LonAt(low), edge.LonAt(high)) : (edge.LonSouth, edge.LonNorth);
            for (var column = Column(Math.Min(from, to) - Margin); column <= Column(Math.Max(from, to) + Margin); column++)
                Mark(touched, row, column, polygon);
        }
    }

    // Cells that no edge touches are inside or outside as a whole, so their middle speaks for them.
    private void Fill(int polygon, Edge[] edges, int row)
    {
        var middle = row + 0.5;
        var crossings = new List<double>();
        foreach (ref readonly var edge in edges.AsSpan())
            if (edge.South <= middle && middle < edge.North) crossings.Add(edge.LonAt(middle));
        crossings.Sort();
        for (var i = 0; i + 1 < crossings.Count; i += 2)
        {
            var last = Math.Min((int)Math.Floor(crossings[i + 1] - 0.5), columns - 1);
            for (var column = Math.Max(0, (int)Math.Ceiling(crossings[i] - 0.5)); column <= last; column++)
                if (touched[row * columns + column] is not { } here || here[^1] != polygon) Mark(whole, row, column, polygon);
        }
    }

    private void Mark(List<int>?[] layer, int row, int column, int polygon)
    {
        var here = layer[row * columns + column] ??= [];
        if (here.Count == 0 || here[^1] != polygon) here.Add(polygon);
    }

    private int Row(double lat) => Math.Clamp((int)Math.Floor(lat), 0, rows - 1);

    private int Column(double lon) => Math.Clamp((int)Math.Floor(lon), 0, columns - 1);
}

using System.Globalization;

namespace Linli.Ui.Design;

/// <summary>Invented map areas: a village of six blocks.</summary>
internal static class DesignAreas
{
    private const double West = 114.085, South = 22.685, Wide = .012, High = .014;

    public static object Get() => new
    {
        type = "FeatureCollection",
        features = Enumerable.Range(0, 6).Select(i => new
        {
            type = "Feature",
            properties = new { name = string.Create(CultureInfo.InvariantCulture, $"A-{i + 1:00}") },
            geometry = new { type = "Polygon", coordinates = new[] { Ring(i % 3, i / 3) } },
        }),
    };

    private static double[][] Ring(int column, int row)
    {
        var (left, bottom) = (West + column * Wide, South + row * High);
        return [[left, bottom], [left + Wide, bottom + .002], [left + Wide, bottom + High + .002], [left, bottom + High], [left, bottom]];
    }
}

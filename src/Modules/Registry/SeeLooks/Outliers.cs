namespace Linli.Registry;

/// <summary>
/// What stands out among counts: modified z-score over 3.5 (Iglewicz and Hoaglin 1993), by the median and the median distance from it,
/// which a single busy person does not move; where more than half are alike, one stands for that distance.
/// </summary>
internal static class Outliers
{
    private const double Threshold = 3.5, ByMedian = 0.6745;
    private const int Fewest = 3;   // two people have no others to be compared with

    /// <summary>Counts above this stand out; infinity where there are too few to tell.</summary>
    public static double Above(IReadOnlyList<int> counts)
    {
        if (counts.Count < Fewest) return double.PositiveInfinity;
        var middle = Median(counts.Select(c => (double)c));
        return middle + Threshold * Math.Max(1, Median(counts.Select(c => Math.Abs(c - middle)))) / ByMedian;
    }

    private static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToList();
        return (sorted[(sorted.Count - 1) / 2] + sorted[sorted.Count / 2]) / 2;
    }
}

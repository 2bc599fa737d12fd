using System.Globalization;

namespace Linli.Bench;

/// <summary>Prints figures beside their limits and remembers whether all were met.</summary>
internal sealed class Report(TextWriter output)
{
    public bool AllMet { get; private set; } = true;

    public void Note(string text) => output.WriteLine("   " + text);

    /// <summary>A figure that should be at least <paramref name="limit"/>.</summary>
    public void AtLeast(string what, double figure, double limit, string unit) => Line(what, figure, "≥", limit, unit, figure >= limit);

    /// <summary>A figure that should be at most <paramref name="limit"/>.</summary>
    public void AtMost(string what, double figure, double limit, string unit) => Line(what, figure, "≤", limit, unit, figure <= limit);

    private void Line(string what, double figure, string sign, double limit, string unit, bool met)
    {
        AllMet &= met;
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{(met ? "ok  " : "MISS")} {what,-44} {figure,12:#,0.###} {unit,-8} limit {sign} {limit:#,0.###}"));
    }
}

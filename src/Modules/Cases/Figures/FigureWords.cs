using System.Globalization;

namespace Linli.Cases.Figures;

/// <summary>How figures are written.</summary>
internal static class FigureWords
{
    public const string Path = "/desk/figures";

    /// <summary>The on-time rate in per cent with two decimals; a dash where there is nothing to judge.</summary>
    public static string Rate(Tally figures) => figures.OnTimeRate is { } rate ? (100 * rate).ToString("0.00", CultureInfo.CurrentCulture) + " %" : "—";
}

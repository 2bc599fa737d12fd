using System.Globalization;

namespace Linli.Cases.Figures;

/// <summary>How figures are written.</summary>
internal static class FigureWords
{
    public const string Path = "/desk/figures";

    /// <summary>The on-time rate in per cent with two decimals; a dash where there is nothing to judge.</summary>
    public static string Rate(Tally figures) => figures.OnTimeRate is { } rate ? (100 * rate).ToString("0.00", CultureInfo.CurrentCulture) + " %" : "—";

    /// <summary>Any other rate, with one decimal.</summary>
    public static string Percent(double? rate) => rate is { } known ? (100 * known).ToString("0.0", CultureInfo.CurrentCulture) + " %" : "—";
}

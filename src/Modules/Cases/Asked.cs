using System.Globalization;
using Linli.Worktime;

namespace Linli.Cases;

/// <summary>What a unit has asked leave for: that the clock stand still until an instant (挂起), or more time (延期). One of the two.</summary>
/// <param name="Until">When the clock is to run again.</param>
/// <param name="More">How much more time.</param>
internal sealed record Asked(DateTimeOffset? Until, Limit? More)
{
    /// <summary>As it is kept: an instant, or a limit such as <c>3wd</c>.</summary>
    public override string ToString() => Until?.ToString("O", CultureInfo.InvariantCulture) ?? More!.Value.ToString();

    /// <summary>Reads what <see cref="ToString"/> wrote.</summary>
    public static Asked Parse(string text) =>
        Limit.TryParse(text, out var more) ? new(null, more) : new(DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind), null);
}

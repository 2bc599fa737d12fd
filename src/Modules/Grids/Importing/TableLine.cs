using System.Globalization;

namespace Linli.Grids;

/// <summary>One line of a <see cref="TableFile"/>: its number, the header being 1, and its values by column.</summary>
internal sealed record TableLine(int Number, List<string> Header, List<string> Values)
{
    /// <summary>Where it stands, for the report.</summary>
    public string Place => $"line {Number}";

    /// <summary>The value in a column without blanks around it; empty when it is not there.</summary>
    public string this[string column] => Header.IndexOf(column) is >= 0 and var at && at < Values.Count ? Values[at].Trim() : "";

    /// <summary>Whether the file has the column.</summary>
    public bool Has(string column) => Header.Contains(column);

    /// <summary>The value, or null when it is empty.</summary>
    public string? Optional(string column) => this[column] is { Length: > 0 } value ? value : null;

    /// <summary>A number, or null when it is none.</summary>
    public double? Real(string column) => double.TryParse(this[column], NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;
}

using System.Globalization;

namespace Linli.Platform.Import;

/// <summary>One line of a <see cref="TableFile"/>: its number, the header being 1, and its values by column.</summary>
/// <param name="Number">Number of the line.</param>
/// <param name="Header">Names of the columns.</param>
/// <param name="Values">Its values in the order of the columns.</param>
public sealed record TableLine(int Number, IReadOnlyList<string> Header, IReadOnlyList<string> Values)
{
    /// <summary>Where it stands, for the report.</summary>
    public string Place => $"line {Number}";

    /// <summary>The value in a column without blanks around it; empty when it is not there.</summary>
    public string this[string column] => At(column) is >= 0 and var at && at < Values.Count ? Values[at].Trim() : "";

    /// <summary>Whether the file has the column.</summary>
    public bool Has(string column) => Header.Contains(column);

    /// <summary>The value, or null when it is empty.</summary>
    public string? Optional(string column) => this[column] is { Length: > 0 } value ? value : null;

    /// <summary>A number, or null when it is none.</summary>
    public double? Real(string column) => double.TryParse(this[column], NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;

    private int At(string column)
    {
        for (var i = 0; i < Header.Count; i++)
            if (Header[i] == column) return i;
        return -1;
    }
}

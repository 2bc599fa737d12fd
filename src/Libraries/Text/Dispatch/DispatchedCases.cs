using System.Globalization;

namespace Linli.Text;

/// <summary>Reads dispatched cases from a statistics table of the 数字政通 (egova) kind.</summary>
public static class DispatchedCases
{
    /// <summary>The column of the unit. By key, not by name: of 118 units that were measured, 34 got another name within the year.</summary>
    public const string Unit = "DISPOSE_UNIT_ID";

    /// <summary>Needs the columns SUB_TYPE_ID and that of the unit; takes what it finds of the others.</summary>
    /// <param name="table">The file.</param>
    /// <param name="unitColumn">The column that tells the unit, as a rule <see cref="Unit"/>.</param>
    /// <exception cref="FormatException">A needed column is absent, a unit is empty or a time cannot be read; the message names file and line.</exception>
    public static IReadOnlyList<DispatchedCase> From(TsvTable table, string unitColumn = Unit)
    {
        var unit = table.Column(unitColumn);
        table.Column("SUB_TYPE_ID");
        return [.. table.Rows.Select(row => new DispatchedCase(Facts(table, row), Needed(table, row, unit)))];
    }

    static DispatchFacts Facts(TsvTable table, TsvRow row)
    {
        string Value(string column) => table.Has(column) ? row[table.Column(column)] : "";
        return new()
        {
            SubType = Value("SUB_TYPE_ID"),
            MainType = Value("MAIN_TYPE_ID"),
            EventType = Value("EVENT_TYPE_ID"),
            Street = Value("STREET_ID"),
            Community = Value("COMMUNITY_ID"),
            Source = Value("EVENT_SRC_ID"),
            Property = Value("EVENT_PROPERTY_ID"),
            Reported = Time(table, row, Value("CREATE_TIME")),
        };
    }

    static DateTime? Time(TsvTable table, TsvRow row, string time)
        => time.Length == 0 ? null
        : DateTime.TryParse(time, CultureInfo.InvariantCulture, out var read) ? read
        : throw new FormatException($"{table.Name}, line {row.Line}: “{time}” is no time.");

    static string Needed(TsvTable table, TsvRow row, int column)
        => row[column] is { Length: > 0 } value ? value : throw new FormatException($"{table.Name}, line {row.Line}: the unit is empty.");
}

using System.Globalization;

namespace Linli.Text;

/// <summary>Reads dispatched cases from a statistics table of the 数字政通 (egova) kind.</summary>
public static class DispatchedCases
{
    /// <summary>Needs the columns SUB_TYPE_ID and DISPOSE_UNIT_ID; takes what it finds of the others. Units are read by id: their names change.</summary>
    /// <exception cref="FormatException">A needed column is absent, a unit is empty or a time cannot be read; the message names file and line.</exception>
    public static IReadOnlyList<DispatchedCase> From(TsvTable table)
    {
        var unit = table.Column("DISPOSE_UNIT_ID");
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
            Reported = Date(table, row, Value("CREATE_TIME")),
        };
    }

    static DateOnly? Date(TsvTable table, TsvRow row, string time)
        => time.Length == 0 ? null
        : DateTime.TryParse(time, CultureInfo.InvariantCulture, out var read) ? DateOnly.FromDateTime(read)
        : throw new FormatException($"{table.Name}, line {row.Line}: “{time}” is no time.");

    static string Needed(TsvTable table, TsvRow row, int column)
        => row[column] is { Length: > 0 } value ? value : throw new FormatException($"{table.Name}, line {row.Line}: the unit is empty.");
}

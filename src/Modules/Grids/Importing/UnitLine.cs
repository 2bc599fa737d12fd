using Linli.Contracts.Grids;
using Linli.Platform.Import;

namespace Linli.Grids;

/// <summary>A line of a list of units.</summary>
internal static class UnitLine
{
    /// <summary>What is wrong with a line, or null.</summary>
    /// <param name="line">The line.</param>
    /// <param name="codes">Codes a parent may have.</param>
    /// <param name="divisions">The tree.</param>
    public static string? Fault(TableLine line, HashSet<string> codes, IDivisions divisions) =>
        line["code"].Length is 0 or > 40 ? "the code is missing or longer than 40 characters"
        : line["name"].Length is 0 or > 100 ? "the name is missing or longer than 100 characters"
        : Kind(line) is null ? $"'{line["kind"]}' is not a kind of unit; there are {string.Join(", ", Enum.GetNames<UnitKind>())}"
        : divisions.Find(line["division"]) is null ? $"no division has the code '{line["division"]}'"
        : line["parent"] == line["code"] ? "a unit cannot be above itself"
        : line.Optional("parent") is { } parent && !codes.Contains(parent) ? $"no unit has the code '{parent}' of its parent"
        : line.Optional("hours") is { } hours ? OfficeHoursText.Fault(hours)
        : null;

    public static UnitRow NewRow(TableLine line, DateTimeOffset now) => new()
    {
        Id = Guid.CreateVersion7(now),
        Code = line["code"],
        Name = line["name"],
        Kind = Kind(line)!.Value,
        DivisionCode = line["division"],
    };

    /// <summary>Writes the line into its row. Columns that the file has not leave the row as it is.</summary>
    /// <returns>Whether anything changed.</returns>
    public static bool Fill(UnitRow row, TableLine line, Guid? parent)
    {
        var before = Facts(row);
        (row.Name, row.Kind, row.DivisionCode) = (line["name"], Kind(line)!.Value, line["division"]);
        if (line.Has("parent")) row.ParentId = parent;
        if (line.Has("phone")) row.DutyPhone = line.Optional("phone");
        if (line.Has("head")) row.Head = line.Optional("head");
        if (line.Has("hours")) row.OfficeHours = line.Optional("hours");
        if (Facts(row).Equals(before)) return false;
        row.Version++;
        return true;
    }

    private static object Facts(UnitRow row) =>
        (row.Name, row.Kind, row.DivisionCode, row.ParentId, row.DutyPhone, row.Head, row.OfficeHours);

    // street-office, streetOffice and StreetOffice are the same word.
    private static UnitKind? Kind(TableLine line) =>
        Enum.TryParse<UnitKind>(line["kind"].Replace("-", "", StringComparison.Ordinal), ignoreCase: true, out var kind) && Enum.IsDefined(kind) ? kind : null;
}

using System.Globalization;
using Linli.Addresses;
using Linli.Contracts.Grids;
using Linli.Geo;
using Linli.Platform.Import;

namespace Linli.StandardAddresses;

/// <summary>An address above others, as far as an import has to know it.</summary>
internal readonly record struct Above(Guid Id, AddressLevel Level, string DivisionCode);

/// <summary>A line of a list of addresses that makes sense.</summary>
/// <param name="Code">Its code.</param>
/// <param name="Level">Its level.</param>
/// <param name="Parent">What it lies below.</param>
/// <param name="State">What else it says; what the file has no column for is as in <paramref name="Line"/>'s row.</param>
/// <param name="Line">The line itself.</param>
internal sealed record ImportedLine(string Code, AddressLevel Level, Above? Parent, AddressState State, TableLine Line)
{
    /// <summary>Reads a line.</summary>
    /// <param name="line">The line.</param>
    /// <param name="system">Its coordinates.</param>
    /// <param name="parents">What may stand above, by code.</param>
    /// <param name="divisions">The tree.</param>
    /// <param name="fault">What is wrong, when nothing is returned.</param>
    public static ImportedLine? Read(TableLine line, CoordinateSystem? system, IReadOnlyDictionary<string, Above> parents, IDivisions divisions, out string? fault)
    {
        var (code, name) = (line["code"], line["name"]);
        Above? parent = line.Optional("parent") is { } above && parents.TryGetValue(above, out var found) ? found : null;
        var level = Enum.TryParse<AddressLevel>(line["level"], ignoreCase: true, out var known) && Levels.All.Contains(known) ? known : default;
        var at = system is { } crs && line.Real("lon") is >= -180 and <= 180 and var lon && line.Real("lat") is >= -90 and <= 90 and var lat ? Coordinates.From(crs, lon, lat) : default(LonLat?);
        var division = line.Optional("division") is { } named ? divisions.Find(named)?.Code
            : at is { } point && divisions.Locate(point.Lon, point.Lat) is { } grid ? grid.Code : parent?.DivisionCode;
        fault = !IsCode(code) ? $"'{code}' is not a code of 1 to 40 letters, digits and dashes"
            : name.Length is 0 or > 100 ? "the name is missing or longer than 100 characters"
            : level == default ? $"'{line["level"]}' is not a level; there are {string.Join(", ", Levels.All)}"
            : line["parent"].Length > 0 && parent is null ? $"no address has the code '{line["parent"]}' of its parent, which must stand before it"
            : parent?.Level >= level ? $"a {level} does not lie below a {parent?.Level}"
            : at is null && (line["lon"].Length > 0 || line["lat"].Length > 0) ? $"'{line["lon"]}, {line["lat"]}' is not a position in degrees"
            : division is null ? line["division"].Length > 0 ? $"no division has the code '{line["division"]}'" : "it lies in no division"
            : Day(line, "from", out _) && Day(line, "until", out _) ? null : "from and until are days like 2026-11-22";
        if (fault is not null) return null;
        Day(line, "from", out var from);
        Day(line, "until", out var until);
        return new(code, level, parent, new()
        {
            Name = level.Value(name), DivisionCode = division!, Longitude = at?.Lon, Latitude = at?.Lat, ValidFrom = from, ValidUntil = until,
            Aliases = AddressState.Names(line["aliases"]), OldNames = AddressState.Names(line["old_names"]),
        }, line);
    }

    /// <summary>What the line makes of what is there: columns that the file has not leave it as it is, and a name that somebody knows is not forgotten.</summary>
    public AddressState Over(AddressState there) => there with
    {
        Name = State.Name,
        DivisionCode = Line.Has("division") || Line.Has("lon") ? State.DivisionCode : there.DivisionCode,
        Longitude = Line.Has("lon") ? State.Longitude : there.Longitude,
        Latitude = Line.Has("lon") ? State.Latitude : there.Latitude,
        ValidFrom = Line.Has("from") ? State.ValidFrom : there.ValidFrom,
        ValidUntil = Line.Has("until") ? State.ValidUntil : there.ValidUntil,
        Aliases = [.. there.Aliases.Union(State.Aliases, StringComparer.Ordinal)],
        OldNames = [.. there.OldNames.Union(State.OldNames, StringComparer.Ordinal)],
    };

    public AddressRow ToRow(string file) => new()
    {
        Id = Guid.CreateVersion7(), Code = Code, ParentId = Parent?.Id, Level = Level, Name = State.Name, DivisionCode = State.DivisionCode,
        Longitude = State.Longitude, Latitude = State.Latitude, ValidFrom = State.ValidFrom, ValidUntil = State.ValidUntil, Source = file,
    };

    private static bool Day(TableLine line, string column, out DateOnly? day)
    {
        day = DateOnly.TryParseExact(line[column], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var read) ? read : null;
        return day is not null || line[column].Length == 0;
    }

    private static bool IsCode(string text) => text.Length is > 0 and <= 40 && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '-');
}

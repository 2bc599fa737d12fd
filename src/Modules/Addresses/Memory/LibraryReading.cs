using Linli.Addresses;
using Linli.Contracts.Grids;
using Linli.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Linli.StandardAddresses;

/// <summary>
/// Makes the library of the divisions and of the addresses that are valid on a day. Rooms are nearly all there is and have nothing below them: they are
/// read last and not remembered by their key. Of the buildings it also tells where they stand and how many rooms they have.
/// </summary>
internal sealed class LibraryReading(AppDb db, IDivisions divisions, DateOnly today)
{
    private readonly AddressLibraryBuilder builder = new();
    private readonly Dictionary<string, int> ground = new(StringComparer.Ordinal);
    private readonly Dictionary<Guid, int> known = [];
    private readonly Dictionary<Guid, AddressLine> above = [];
    private readonly Dictionary<Guid, int> rooms = [];

    /// <summary>The valid buildings that it is known of where they stand; once all was read.</summary>
    public IEnumerable<Building> Buildings => above.Values.Where(line => line.Level is AddressLevel.Building).Select(Building).OfType<Building>();

    public async Task<AddressLibrary> ReadAsync(CancellationToken ct)
    {
        AddDivisions(null, AddressLibraryBuilder.Top);
        await foreach (var line in Valid.Where(a => a.Level < AddressLevel.Room).OrderBy(a => a.Level).Select(Line).AsAsyncEnumerable().WithCancellation(ct))
            if (Add(line) is { } node) (known[line.Id], above[line.Id]) = (node, line);
        await foreach (var name in db.AddressNames.AsNoTracking().AsAsyncEnumerable().WithCancellation(ct))
            if (known.TryGetValue(name.AddressId, out var node)) builder.AddName(node, name.Name, name.Kind);
        await foreach (var line in Valid.Where(a => a.Level == AddressLevel.Room).Select(Line).AsAsyncEnumerable().WithCancellation(ct))
            if (Add(line) is not null) CountRoom(line);
        return builder.Build();
    }

    private IQueryable<AddressRow> Valid => db.Addresses.AsNoTracking().Where(AddressRow.ValidOn(today));

    private static readonly System.Linq.Expressions.Expression<Func<AddressRow, AddressLine>> Line =
        a => new(a.Id, a.ParentId, a.Level == AddressLevel.Building ? a.Code : "", a.Level, a.Name, a.DivisionCode, a.Longitude, a.Latitude);

    /// <summary>Down to the communities: a road runs through many grids, and which one an address lies in its position tells.</summary>
    private void AddDivisions(string? code, int above)
    {
        foreach (var division in divisions.Below(code).Where(division => division.Level < DivisionLevel.Grid))
        {
            var node = ground[division.Code] = builder.Add(above, Levels.Of(division.Level), division.Name, DivisionKey.Of(division.Code));
            AddDivisions(division.Code, node);
        }
    }

    /// <summary>Its number; null for what lies nowhere, or below what is no longer valid.</summary>
    private int? Add(AddressLine line)
    {
        if ((line.ParentId is { } parent ? known.TryGetValue(parent, out var node) ? node : null : Division(line.DivisionCode)) is not { } at) return null;
        var added = builder.Add(at, line.Level, line.Name, line.Id);
        if (line is { Longitude: { } lon, Latitude: { } lat }) builder.Place(added, lon, lat);
        return added;
    }

    /// <summary>An address below its division with those above it, itself first.</summary>
    private IEnumerable<AddressLine> Upwards(AddressLine line)
    {
        yield return line;
        while (line.ParentId is { } parent && above.TryGetValue(parent, out line)) yield return line;
    }

    private void CountRoom(AddressLine room)
    {
        if (Upwards(room).FirstOrDefault(line => line.Level is AddressLevel.Building) is { Code.Length: > 0 } building) rooms[building.Id] = rooms.GetValueOrDefault(building.Id) + 1;
    }

    private Building? Building(AddressLine building)
    {
        if (Upwards(building).FirstOrDefault(line => line.Longitude is not null) is not { Longitude: { } lon, Latitude: { } lat }) return null;
        var of = Upwards(building).Skip(1).Select(line => line.Level.Written(line.Name)).FirstOrDefault();
        var grid = divisions.Locate(lon, lat)?.Code;
        return new(building.Id, building.Code, of + building.Level.Written(building.Name), grid is not null && grid.StartsWith(building.DivisionCode, StringComparison.Ordinal) ? grid : building.DivisionCode,
            new(lon, lat), rooms.GetValueOrDefault(building.Id));
    }

    private int? Division(string code)
    {
        for (var division = divisions.Find(code); division is not null; division = division.ParentCode is { } above ? divisions.Find(above) : null)
            if (ground.TryGetValue(division.Code, out var node)) return node;
        return null;
    }

    private readonly record struct AddressLine(Guid Id, Guid? ParentId, string Code, AddressLevel Level, string Name, string DivisionCode, double? Longitude, double? Latitude);
}

using System.Globalization;
using Linli.Addresses;
using Linli.Demo;

namespace Linli.Libraries.Tests.Addresses;

/// <summary>The invented district built up with estates, as a library.</summary>
internal sealed class DemoLibrary
{
    public DemoLibrary(int rooms)
    {
        District = DemoDistrict.Create(seed: 7, DateTimeOffset.UnixEpoch, caseCount: 0);
        Estates = [.. DemoEstates.Build(District, seed: 7, rooms)];
        var (builder, shared) = (new AddressLibraryBuilder(), new Dictionary<string, int>(StringComparer.Ordinal));
        var district = builder.Add(AddressLibraryBuilder.Top, AddressLevel.District, District.Divisions[1].Name);
        foreach (var estate in Estates)
        {
            var street = Once(estate.Street.Code, district, AddressLevel.Street, estate.Street.Name);
            var community = Once(estate.Community.Code, street, AddressLevel.Community, estate.Community.Name);
            var road = Once(estate.Community.Code + estate.Road, community, AddressLevel.Road, estate.Road);
            Add(builder, estate, builder.Add(road, AddressLevel.Number, estate.Number));
        }
        Library = builder.Build();

        int Once(string code, int parent, AddressLevel level, string name) => shared.TryGetValue(code, out var made) ? made : shared[code] = builder.Add(parent, level, name);
    }

    public DemoDistrict District { get; }

    public IReadOnlyList<DemoEstate> Estates { get; }

    public AddressLibrary Library { get; }

    public int Rooms { get; private set; }

    /// <summary>A key tells where its room is, so nobody has to remember a million of them.</summary>
    public Guid Key(WrittenAddress written) => Key(written.Estate.Index, written.Building.Name, written.Unit, written.Room);

    private static Guid Key(int estate, string building, int unit, int room)
    {
        var house = int.TryParse(building, CultureInfo.InvariantCulture, out var number) ? number : building[0];
        return new(estate + 1, (short)house, (short)unit, BitConverter.GetBytes((long)room));
    }

    private void Add(AddressLibraryBuilder builder, DemoEstate estate, int gate)
    {
        var node = builder.Add(gate, AddressLevel.Estate, estate.Name);
        builder.Place(node, estate.At.Lon, estate.At.Lat);
        if (estate.Alias is { } alias) builder.AddName(node, alias, NameKind.Alias);
        if (estate.OldName is { } old) builder.AddName(node, old, NameKind.Old);
        foreach (var building in estate.Buildings)
        {
            var house = builder.Add(node, AddressLevel.Building, building.Name);
            for (var unit = Math.Min(building.Units, 1); unit <= building.Units; unit++)
                AddRooms(builder, estate, building, unit, unit == 0 ? house : builder.Add(house, AddressLevel.Unit, Text(unit)));
        }
    }

    private void AddRooms(AddressLibraryBuilder builder, DemoEstate estate, DemoBuilding building, int unit, int stair)
    {
        for (var floor = 1; floor <= building.Floors; floor++)
            for (var door = 1; door <= building.Doors; door++, Rooms++)
                builder.Add(stair, AddressLevel.Room, Text(floor * 100 + door), Key(estate.Index, building.Name, unit, floor * 100 + door));
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}

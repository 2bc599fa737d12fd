using Linli.Addresses;
using Linli.Contracts.Grids;
using Linli.Demo;
using Linli.Platform;
using Linli.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Linli.StandardAddresses;

/// <summary>The addresses that the demo's cases name, and a queue of old names that the register has forgotten.</summary>
internal sealed class AddressesSeeder(AppDb db, AddressWriting writing, IDivisions divisions, TimeProvider clock) : IDemoSeeder
{
    /// <summary>Rooms have been surveyed in every eighth estate: enough to look at, and there quickly.</summary>
    private const int Surveyed = 8;

    private const int Forgotten = 9;

    public int Order => 15;

    public async Task SeedAsync(int caseCount, CancellationToken ct)
    {
        if (await db.Addresses.AnyAsync(ct)) return;
        var now = clock.GetUtcNow();
        var district = DemoDistrict.Create(IDemoSeeder.Seed, now, caseCount);
        var estates = DemoEstates.OfPlaces(district, IDemoSeeder.Seed).ToList();
        var forgotten = estates.Where(estate => estate.OldName is not null && estate.Index % 2 == 0).DistinctBy(estate => estate.OldName, StringComparer.Ordinal).Take(Forgotten).ToList();
        var (rows, names) = (new Dictionary<string, AddressRow>(StringComparer.Ordinal), new List<AddressName>());
        var standing = DemoGround.Footprints(district, estates, IDemoSeeder.Seed).Where(house => house.Estate is not null).ToDictionary(house => (house.Estate!, house.Building!), house => house.Middle);
        foreach (var address in DemoAddresses.Of(estates, estate => estate.Index % Surveyed == 0, standing))
        {
            var row = rows[address.Code] = Row(address, address.Parent is { } parent ? rows[parent] : null, now);
            if (row.Level is AddressLevel.Estate) names.AddRange(NamesOf(address.Estate, row, forgotten));
        }
        await using var work = await db.BeginAsync(ct);
        await db.InsertManyAsync(rows.Values, ct);
        await db.InsertManyAsync(names, ct);
        await db.InsertManyAsync([.. forgotten.Select((estate, i) => Unmatched(estate, Forgotten - i, now))], ct);
        await writing.SaveAsync("addresses.seed-demo", "addresses/demo", district.Divisions[1].Code, new { addresses = rows.Count }, ct);
        await work.CommitAsync(ct);
    }

    private AddressRow Row(DemoAddress address, AddressRow? parent, DateTimeOffset now) => new()
    {
        Id = Guid.CreateVersion7(now), Code = address.Code, ParentId = parent?.Id, Level = Enum.Parse<AddressLevel>(address.Level), Name = address.Name,
        DivisionCode = address.At is { } at ? divisions.Locate(at.Lon, at.Lat)?.Code ?? address.Estate.Community.Code : parent?.DivisionCode ?? address.Estate.Community.Code,
        Longitude = address.At?.Lon, Latitude = address.At?.Lat, Source = "demo",
    };

    private static IEnumerable<AddressName> NamesOf(DemoEstate estate, AddressRow row, List<DemoEstate> forgotten)
    {
        if (estate.Alias is { } alias) yield return new() { AddressId = row.Id, Name = alias, Kind = NameKind.Alias };
        if (estate.OldName is { } old && !forgotten.Contains(estate)) yield return new() { AddressId = row.Id, Name = old, Kind = NameKind.Old };
    }

    private static UnmatchedText Unmatched(DemoEstate estate, int times, DateTimeOffset now) => new()
    {
        Id = Guid.CreateVersion7(now), Text = $"{estate.Street.Name}{estate.OldName}{estate.Buildings[0].Name}栋", DivisionCode = estate.Street.Code, Source = times % 2 == 0 ? "cases/phone" : "cases/web",
        Times = times, FirstAt = now.AddDays(-times * 3), LastAt = now.AddHours(-times), Version = 1,
    };
}

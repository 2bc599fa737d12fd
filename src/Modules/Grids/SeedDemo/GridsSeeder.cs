using Linli.Contracts.Grids;
using Linli.Demo;
using Linli.Platform;
using Linli.Platform.Access;
using Linli.Platform.Audit;
using Linli.Platform.Data;
using Linli.Worktime;
using Microsoft.EntityFrameworkCore;
using NetTopologySuite.Geometries;

namespace Linli.Grids;

/// <summary>The land, the units and the places of the demo district.</summary>
internal sealed class GridsSeeder(AppDb db, IAccess access, IEnumerable<ISnapshot> snapshots, TimeProvider clock) : IDemoSeeder
{
    public int Order => 10;

    public async Task SeedAsync(int caseCount, CancellationToken ct)
    {
        var (now, district) = (clock.GetUtcNow(), DemoDistrict.Create(IDemoSeeder.Seed, clock.GetUtcNow(), caseCount));
        var root = Code(district.Divisions[0]);
        if (await db.Divisions.AnyAsync(d => d.Code == root, ct)) return;

        db.AddRange(district.Divisions.Select(Division));
        db.AddRange(Units(district.Units, now));
        db.AddRange(district.Places.Select(place => Place(place, now)));
        foreach (var part in Enum.GetValues<GroundPart>()) db.NoteChange(part, now);
        db.Audit(access, "grids.seed-demo", "division/" + root, now, root);
        await db.SaveChangesAsync(ct);
        foreach (var snapshot in snapshots) await snapshot.RefreshAsync(ct);
    }

    // The statistical code of a city has four digits, so that it is a prefix of its districts' like every other parent's.
    private static string Code(DemoDivision division) => division.Level is DemoLevel.City ? division.Code[..4] : division.Code;

    private static DivisionRow Division(DemoDivision division)
    {
        var row = new DivisionRow
        {
            Code = Code(division),
            Name = division.Name,
            Level = Enum.Parse<DivisionLevel>(division.Level.ToString()),
            ParentCode = division is { Level: DemoLevel.District, ParentCode: { } city } ? city[..4] : division.ParentCode,
        };
        row.Draw(new Polygon(new LinearRing([.. division.Outline.Select(p => new Coordinate(p.Lon, p.Lat))])));
        return row;
    }

    private static IEnumerable<UnitRow> Units(IEnumerable<DemoUnit> units, DateTimeOffset now)
    {
        var ids = new Dictionary<string, Guid>(StringComparer.Ordinal);
        foreach (var unit in units)
        {
            ids[unit.Code] = Guid.CreateVersion7(now);
            yield return new()
            {
                Id = ids[unit.Code],
                Code = unit.Code,
                Name = unit.Name,
                Kind = Kind(unit.Kind),
                DivisionCode = unit.DivisionCode,
                ParentId = unit.ParentCode is { } parent ? ids[parent] : null,
                DutyPhone = unit.DutyPhone,
                Head = unit.Head,
                OfficeHours = Kind(unit.Kind) is UnitKind.Centre ? OfficeHours.RoundTheClock.ToString() : null,
            };
        }
    }

    private static UnitKind Kind(string demo) => demo switch
    {
        "centre" or "dispatch-centre" => UnitKind.Centre,
        "bureau" => UnitKind.Bureau,
        "public-body" => UnitKind.PublicBody,
        "company" => UnitKind.Company,
        "street-office" => UnitKind.StreetOffice,
        _ => UnitKind.Team,
    };

    private static PlaceRow Place(DemoPlace place, DateTimeOffset now) => new()
    {
        Id = Guid.CreateVersion7(now),
        Name = place.Name,
        Address = place.Address,
        DivisionCode = place.GridCode,
        Longitude = place.At.Lon,
        Latitude = place.At.Lat,
    };
}

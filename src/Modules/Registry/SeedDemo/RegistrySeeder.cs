using Linli.Contracts.Grids;
using Linli.Demo;
using Linli.Platform;
using Linli.Platform.Access;
using Linli.Platform.Audit;
using Linli.Platform.Data;
using Linli.Platform.Time;
using Microsoft.EntityFrameworkCore;

namespace Linli.Registry;

/// <summary>Homes, people, shops and facilities of the demo district, and who of the people is looked after.</summary>
internal sealed class RegistrySeeder(AppDb db, IAccess access, RecordLoader loader, FollowRules rules, FindTwins twins, TypeCache types, IDivisions divisions, SiteTime site, TimeProvider clock) : IDemoSeeder
{
    private const int Every = 79, Twice = 97;   // a room in so many of all estates, so that people live all over the district

    public int Order => 80;

    public async Task SeedAsync(int caseCount, CancellationToken ct)
    {
        if (await db.Records.AnyAsync(ct)) return;
        var now = clock.GetUtcNow();
        var district = DemoDistrict.Create(IDemoSeeder.Seed, now, 0);
        var writer = new DemoRecords(await types.GetAsync(ct), divisions, now, site.Date(now));
        var estates = DemoEstates.OfPlaces(district, IDemoSeeder.Seed).ToList();   // those of the standard addresses
        var homes = DemoHomes.Settle(estates, IDemoSeeder.Seed).Where((_, i) => i % Every == 0).SelectMany(writer.Of).ToList();
        await loader.LoadAsync(
        [
            .. homes,
            .. homes.Where(h => h.Type.Code == "person").Where((_, i) => i % Twice == 0).Select(writer.Again),
            .. DemoHomes.Open(estates.Where(e => e.Buildings.Count > 0), IDemoSeeder.Seed, each: 1).Select(writer.Of),
            .. DemoHomes.Furnish(estates, IDemoSeeder.Seed, each: 1).Select(writer.Of),
            .. district.Places.Where(p => p.Kind == "landmark").SelectMany(p => new[] { writer.Of(p), writer.CameraAt(p) }),
        ], ct);
        await db.InsertManyAsync(writer.Links, ct);
        await rules.RunAsync(ct);
        await twins.RunAsync(ct);
        db.Audit(access, "registry.seed-demo", "division/" + district.Divisions[1].Code, now, district.Divisions[1].Code);
        await db.SaveChangesAsync(ct);
    }
}

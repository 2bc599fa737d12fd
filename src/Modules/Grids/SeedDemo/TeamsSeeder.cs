using Linli.Contracts.Grids;
using Linli.Contracts.Identity;
using Linli.Demo;
using Linli.Platform;
using Linli.Platform.Access;
using Linli.Platform.Audit;
using Linli.Platform.Data;
using Linli.Platform.Secrets;
using Linli.Platform.Time;
using Microsoft.EntityFrameworkCore;

namespace Linli.Grids;

/// <summary>Zones of two or three communities whose workers stand in for each other, the teams of the grids, one worker who is away, and a grid that is to be split.</summary>
internal sealed class TeamsSeeder(AppDb db, IAccess access, IDivisions divisions, Snapshot<DivisionTree> tree, IStaff staff, FieldCipher cipher, SiteTime site, TimeProvider clock) : IDemoSeeder
{
    public int Order => 25;

    public async Task SeedAsync(int caseCount, CancellationToken ct)
    {
        if (await db.Zones.AnyAsync(ct)) return;
        var now = clock.GetUtcNow();
        var district = DemoDistrict.Create(IDemoSeeder.Seed, now, caseCount);
        var root = district.Divisions.First(d => d.Level is DemoLevel.District).Code;
        var workers = (await staff.WithinAsync(root, GridsPolicies.Serve, ct)).DistinctBy(one => one.DivisionCode).ToDictionary(one => one.DivisionCode, StringComparer.Ordinal);
        var since = site.Date(now).AddMonths(-3);
        var members = district.TeamMembers.Select(member => Member(member, since, now)).ToList();
        foreach (var zone in divisions.Below(root).SelectMany(street => Zones(divisions.Below(street.Code))))
            members.AddRange(Zone(zone, workers, since, now));
        Absence(workers.Values.MaxBy(one => one.DivisionCode, StringComparer.Ordinal)!, now);
        db.Add(DemoRedraw.Make(DemoRedraw.Grid(tree.Value, root), district, site.Date(now), now));
        db.Audit(access, "grids.seed-teams", "division/" + root, now, root);
        await using var work = await db.BeginAsync(ct);
        await db.InsertManyAsync(members, ct);
        await db.SaveChangesAsync(ct);
        await work.CommitAsync(ct);
    }

    /// <summary>Communities two by two as they adjoin; one that is left over goes to a neighbour's.</summary>
    private List<List<Division>> Zones(IReadOnlyList<Division> communities)
    {
        var (zones, left) = (new List<List<Division>>(), communities.ToList());
        while (left.Count > 0)
        {
            var zone = left.Take(1).ToList();
            left.RemoveAt(0);
            if (left.Find(other => Adjoin(zone, other)) is { } neighbour) zone.Add(neighbour);
            left.RemoveAll(zone.Contains);
            if (zone.Count == 1 && zones.Find(other => Adjoin(other, zone[0])) is { } taker) taker.AddRange(zone);
            else zones.Add(zone);
        }
        return zones;
    }

    private bool Adjoin(IEnumerable<Division> zone, Division other) => Neighbours.AreJoined(zone.Append(other).Select(division => tree.Value.Node(division.Code)!.Shape));

    private IEnumerable<TeamMember> Zone(List<Division> communities, Dictionary<string, Colleague> workers, DateOnly since, DateTimeOffset now)
    {
        var zone = new Zone { Id = Guid.CreateVersion7(now), Name = string.Join('·', communities.Select(c => c.Name.Replace("社区", "", StringComparison.Ordinal))) + "片区", DivisionCode = communities[0].ParentCode! };
        db.Add(zone);
        foreach (var (index, community) in communities.Index())
        {
            var beside = communities[(index + 1) % communities.Count];
            foreach (var grid in divisions.Below(community.Code))
            {
                db.Add(new ZoneGrid { Id = Guid.CreateVersion7(now), ZoneId = zone.Id, DivisionCode = grid.Code, Since = since });
                yield return Serving(grid, TeamRole.Worker, workers[community.Code]);
                if (beside != community) yield return Serving(grid, TeamRole.StandIn, workers[beside.Code]);
            }
        }

        TeamMember Serving(Division grid, TeamRole role, Colleague one) =>
            new() { Id = Guid.CreateVersion7(now), DivisionCode = grid.Code, Role = role, AccountId = one.Id, Since = since };
    }

    private void Absence(Colleague worker, DateTimeOffset now)
    {
        var today = site.Date(now);
        db.Add(new Absence
        {
            Id = Guid.CreateVersion7(now), AccountId = worker.Id, DivisionCode = worker.DivisionCode, FirstDay = today.AddDays(-1), LastDay = today.AddDays(5),
            Reason = "年休假", EnteredBy = worker.Name, EnteredAt = now,
        });
    }

    private TeamMember Member(DemoTeamMember member, DateOnly since, DateTimeOffset now) => new()
    {
        Id = Guid.CreateVersion7(now), DivisionCode = member.GridCode, Role = Enum.Parse<TeamRole>(member.Role), Name = member.Name,
        Phone = cipher.Protect(member.Phone, TeamMember.PhonePurpose), Hours = member.Hours, Since = since,
    };
}

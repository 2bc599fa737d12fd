using Linli.Contracts.Addresses;
using Linli.Demo;
using Linli.Platform;
using Linli.Platform.Access;
using Linli.Platform.Audit;
using Linli.Platform.Data;
using Linli.Platform.Secrets;
using Linli.Platform.Time;
using Microsoft.EntityFrameworkCore;

namespace Linli.Party;

/// <summary>A working committee in every street, a general branch in every community, a branch in every grid; members for three buildings of four; twenty projects.</summary>
internal sealed class PartySeeder(AppDb db, IAccess access, IBuildings buildings, FieldCipher cipher, SiteTime site, TimeProvider clock) : IDemoSeeder
{
    private const int LeaveOut = 4, Elsewhere = 5;
    private static readonly string[] HomeUnits = ["临溪区税务局", "临溪第一中学", "临溪供电公司", "区人民医院", "临溪农商银行"];

    public int Order => 29;

    public async Task SeedAsync(int caseCount, CancellationToken ct)
    {
        if (await db.Organisations.AnyAsync(ct)) return;
        var now = clock.GetUtcNow();
        var district = DemoDistrict.Create(IDemoSeeder.Seed, now, caseCount);
        var organisations = Organisations(district, now).ToDictionary(o => o.DivisionCode, StringComparer.Ordinal);
        var people = district.TeamMembers.Where(one => one.Role is "Volunteer" or "PartTime").Select(one => one.Name).ToList();
        var known = await buildings.Seen().OrderBy(b => b.Code).ToListAsync(ct);
        var (members, adoptions) = (new List<Member>(), new List<Adoption>());
        foreach (var (index, building) in known.Index().Where(each => each.Index % LeaveOut != 0))
        {
            var member = Member(index, people, organisations[building.DivisionCode], now);
            members.Add(member);
            adoptions.Add(new() { Id = Guid.CreateVersion7(now), BuildingId = building.Id, DivisionCode = building.DivisionCode, MemberId = member.Id, Since = site.Date(now).AddDays(-index % 90) });
        }
        db.AddRange(DemoProjects.Of([.. organisations.Values.Where(o => o.Kind is OrganisationKind.GeneralBranch)], site.Date(now), now));
        db.Audit(access, "party.seed", "division/" + district.Divisions[1].Code, now, district.Divisions[1].Code);
        await using var work = await db.BeginAsync(ct);
        await db.InsertManyAsync(organisations.Values, ct);
        await db.InsertManyAsync(members, ct);
        await db.InsertManyAsync(adoptions, ct);
        await db.SaveChangesAsync(ct);
        await work.CommitAsync(ct);
    }

    private List<Organisation> Organisations(DemoDistrict district, DateTimeOffset now)
    {
        var (secretaries, made) = (district.TeamMembers.Where(m => m.Role == "Secretary").ToDictionary(m => m.GridCode, StringComparer.Ordinal), new List<Organisation>());
        foreach (var division in district.Divisions.Where(d => d.Level > DemoLevel.District))
        {
            var (kind, suffix, count) = division.Level switch
            {
                DemoLevel.Street => (OrganisationKind.WorkingCommittee, "党工委", 2_400),
                DemoLevel.Community => (OrganisationKind.GeneralBranch, "党总支", 480),
                _ => (OrganisationKind.Branch, "党支部", 30 + (made.Count * 7 % 40)),
            };
            var community = division.Level is DemoLevel.Grid ? district.Divisions.First(d => d.Code == division.ParentCode).Name : "";
            var secretary = secretaries.GetValueOrDefault(division.Code) ?? secretaries.First(each => each.Key.StartsWith(division.Code, StringComparison.Ordinal)).Value;
            made.Add(new()
            {
                Id = Guid.CreateVersion7(now), DivisionCode = division.Code, Name = community + division.Name + suffix, Kind = kind, MemberCount = count, Since = site.Date(now).AddYears(-2),
                AboveId = made.Find(o => o.DivisionCode == division.ParentCode)?.Id, Secretary = secretary.Name, Phone = cipher.Protect(secretary.Phone, Organisation.PhonePurpose),
            });
        }
        return made;
    }

    /// <summary>Somebody with the surname of one and the name of another; every fifth belongs to a unit elsewhere.</summary>
    private Member Member(int index, List<string> people, Organisation organisation, DateTimeOffset now) => new()
    {
        Id = Guid.CreateVersion7(now), DivisionCode = organisation.DivisionCode, OrganisationId = organisation.Id, Since = site.Date(now).AddMonths(-6),
        Name = people[index % people.Count][..1] + people[index * 7 % people.Count][1..], Phone = cipher.Protect($"1004{index:0000000}", Party.Member.PhonePurpose),
        Kind = index % Elsewhere == 1 ? MemberKind.Registered : MemberKind.Own, HomeUnit = index % Elsewhere == 1 ? HomeUnits[index / Elsewhere % HomeUnits.Length] : null,
    };
}

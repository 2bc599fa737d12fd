using Linli.Contracts.Identity;
using Linli.Demo;
using Linli.Platform;
using Linli.Platform.Access;
using Linli.Platform.Audit;
using Linli.Platform.Data;
using Linli.Platform.Secrets;
using Linli.Platform.Time;
using Microsoft.EntityFrameworkCore;

namespace Linli.Workforce;

/// <summary>Six workers in every community with three weeks of published rosters; the grid workers among them have accounts, and some of them ask for leave.</summary>
internal sealed class WorkforceSeeder(AppDb db, IAccess access, IStaff staff, FieldCipher cipher, SiteTime site, TimeProvider clock) : IDemoSeeder
{
    private const int CrewSize = 6, AskEvery = 4, SeatsPerJob = 5;
    private static readonly string[] Jobs = ["社区工作者", "社区工作者", "网格管理岗", "党群服务岗", "综治维稳岗", "民政救助岗"];

    public int Order => 27;

    public async Task SeedAsync(int caseCount, CancellationToken ct)
    {
        if (await db.Posts.AnyAsync(ct)) return;
        var now = clock.GetUtcNow();
        var district = DemoDistrict.Create(IDemoSeeder.Seed, now, caseCount);
        var root = district.Divisions.First(d => d.Level is DemoLevel.District).Code;
        var accounts = (await staff.WithinAsync(root, WorkforcePolicies.Serve, ct)).ToLookup(one => one.DivisionCode, StringComparer.Ordinal);
        var helpers = district.TeamMembers.Where(m => m.Role is "Secretary" or "PartTime").DistinctBy(m => m.Phone).ToList();
        var posts = district.Divisions.Where(d => d.Level is DemoLevel.Street).ToDictionary(street => street.Code, street => Posts(street.Code, now), StringComparer.Ordinal);
        db.AddRange(posts.Values.SelectMany(jobs => jobs.Values));
        var (workers, shifts) = (new List<Worker>(), new List<Shift>());
        foreach (var (index, community) in district.Divisions.Where(d => d.Level is DemoLevel.Community).Index())
        {
            var known = accounts[community.Code].Select(one => (one.Name, Phone: (string?)null, Account: (Guid?)one.Id))
                .Concat(helpers.Where(m => m.GridCode.StartsWith(community.Code, StringComparison.Ordinal)).Select(m => (m.Name, Phone: (string?)m.Phone, Account: (Guid?)null)));
            var crew = known.Take(CrewSize).Select((one, i) => Worker(one.Name, one.Phone, one.Account, community.Code, posts[community.ParentCode!][Jobs[i]], Months(i), now)).ToList();
            workers.AddRange(crew);
            foreach (var week in (int[])[-1, 0, 1]) shifts.AddRange(Week(community.Code, crew, Roster.MondayOf(site.Date(now)).AddDays(week * RestRules.DaysAWeek), now));
            db.AddRange(Care(index, crew, now));
            if (index % AskEvery == 0) db.Add(Leave(crew[0], now));
        }
        db.AddRange(Training(root, workers, now));
        db.Audit(access, "workforce.seed", "division/" + root, now, root);
        await using var work = await db.BeginAsync(ct);
        await db.InsertManyAsync(workers, ct);
        await db.InsertManyAsync(shifts, ct);
        await db.SaveChangesAsync(ct);
        await work.CommitAsync(ct);
    }

    private static Dictionary<string, Post> Posts(string street, DateTimeOffset now) => Jobs.CountBy(job => job)
        .ToDictionary(job => job.Key, job => new Post { Id = Guid.CreateVersion7(now), DivisionCode = street, Name = job.Key, Seats = job.Value * SeatsPerJob });

    /// <summary>The last of a crew is new and not graded this year; the others worked all of last year.</summary>
    private static int Months(int place) => place == CrewSize - 1 ? 3 : 26 + 7 * place;

    private Worker Worker(string name, string? phone, Guid? account, string community, Post post, int months, DateTimeOffset now) => new()
    {
        Id = Guid.CreateVersion7(now), DivisionCode = community, Name = name, Phone = phone is null ? null : cipher.Protect(phone, Workforce.Worker.PhonePurpose),
        PostId = post.Id, AccountId = account, AnnualLeave = 10, Since = site.Date(now).AddMonths(-months),
    };

    /// <summary>A round of six days, each one on another day of it: night, off, day, off, day, day. Nights and weekends go round by themselves, for a week has seven.</summary>
    private IEnumerable<Shift> Week(string community, List<Worker> crew, DateOnly monday, DateTimeOffset now)
    {
        var roster = new Roster { Id = Guid.CreateVersion7(now), DivisionCode = community, Monday = monday };
        roster.Publish(access.Actor.Name, now);
        db.Add(roster);
        return from day in Enumerable.Range(0, RestRules.DaysAWeek).Select(monday.AddDays)
               from turn in crew.Select((worker, i) => (Worker: worker, Step: (day.DayNumber + i) % CrewSize))
               where turn.Step is not (1 or 3)
               select new Shift { Id = Guid.CreateVersion7(now), RosterId = roster.Id, DivisionCode = community, WorkerId = turn.Worker.Id, Day = day, Kind = turn.Step == 0 ? ShiftKind.Night : ShiftKind.Day };
    }

    /// <summary>A course that all took a year ago, whose certificates end soon, and one that is to come.</summary>
    private IEnumerable<object> Training(string root, List<Worker> workers, DateTimeOffset now)
    {
        var today = site.Date(now);
        var course = new Course { Id = Guid.CreateVersion7(now), DivisionCode = root, Title = "应急救护员培训", HeldOn = today.AddMonths(-11), Hours = 16, ValidMonths = 12 };
        yield return course;
        yield return new Course { Id = Guid.CreateVersion7(now), DivisionCode = root, Title = "信访矛盾调解实务", HeldOn = today.AddDays(14), Hours = 8 };
        foreach (var worker in workers.Where((_, i) => i % AskEvery == 0))
            yield return new Attendance { Id = Guid.CreateVersion7(now), CourseId = course.Id, WorkerId = worker.Id, DivisionCode = worker.DivisionCode, Passed = true, ExpiresOn = course.HeldOn.AddMonths(12) };
    }

    private IEnumerable<CareItem> Care(int index, List<Worker> crew, DateTimeOffset now) =>
        from kind in Enum.GetValues<CareKind>()
        let worker = crew[(index + (int)kind) % crew.Count]
        select new CareItem { Id = Guid.CreateVersion7(now), WorkerId = worker.Id, DivisionCode = worker.DivisionCode, Kind = kind, DueOn = site.Date(now).AddDays(index * 3 - 9) };

    private Leave Leave(Worker worker, DateTimeOffset now)
    {
        var first = site.Date(now).AddDays(10);
        return new()
        {
            Id = Guid.CreateVersion7(now), WorkerId = worker.Id, DivisionCode = worker.DivisionCode, Kind = LeaveKind.Annual, FirstDay = first, LastDay = first.AddDays(2), AskedAt = now,
            Reason = cipher.Protect("回家探亲", Workforce.Leave.ReasonPurpose),
        };
    }
}

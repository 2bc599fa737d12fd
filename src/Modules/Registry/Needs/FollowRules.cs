using System.Globalization;
using Linli.Platform.Access;
using Linli.Platform.Audit;
using Linli.Platform.Data;
using Linli.Platform.Jobs;
using Microsoft.EntityFrameworkCore;

namespace Linli.Registry;

/// <summary>
/// Once a day: tags people as the rules say, ends what rules tagged and what is over, and lets tags follow people who moved.
/// Two runs at once cannot tag anybody twice: an index refuses it, and the next run goes on.
/// </summary>
internal sealed class FollowRules(AppDb db, IAccess access, RecordContents contents, TimeProvider clock) : IJob
{
    public const string JobName = "registry.follow-rules";
    private const string By = "规则";

    public async Task RunAsync(CancellationToken ct)
    {
        var (today, now) = (contents.Today, clock.GetUtcNow());
        await using var work = await db.BeginAsync(ct);
        await EndOverAsync(today, ct);
        var (tagged, ended) = (0, 0);
        foreach (var kind in NeedKinds.All)
            if (kind.Rule is { } rule)
            {
                tagged += await TagAsync(kind, Meeting(rule, today), today, now, ct);
                ended += await EndAsync(kind, Meeting(rule, today), today, ct);
            }
        if (tagged + ended > 0) db.Audit(access, "registry.follow-rules", "job/" + JobName, now, details: new { tagged, ended });
        await db.SaveChangesAsync(ct);
        await work.CommitAsync(ct);
    }

    /// <summary>People of today to whom a rule applies.</summary>
    private IQueryable<RegistryRecord> Meeting(NeedRule rule, DateOnly today)
    {
        var (people, facets) = (db.Records.Where(r => r.TypeCode == "person" && r.EndedOn == null), db.RecordFacets);
        if (rule.Age is { } age)
        {
            var latest = (today.Year - age).ToString(CultureInfo.InvariantCulture);
            people = people.Where(r => facets.Any(f => f.RecordId == r.Id && f.Field == "born" && string.Compare(f.Value, latest) <= 0));
        }
        foreach (var (field, value) in rule.Facts ?? new Dictionary<string, string>())
            people = people.Where(r => facets.Any(f => f.RecordId == r.Id && f.Field == field && f.Value == value));
        return people;
    }

    private async Task<int> TagAsync(NeedKind kind, IQueryable<RegistryRecord> people, DateOnly today, DateTimeOffset now, CancellationToken ct)
    {
        // Whom somebody took a rule's tag from by name is not tagged by the rule again.
        var needs = db.Needs;
        var fresh = await people.Where(r => !needs.Any(n => n.RecordId == r.Id && n.Kind == kind.Code && (n.EndedOn == null || n.ByRule && n.EndedBy != By)))
            .Select(r => new { r.Id, r.DivisionCode }).ToListAsync(ct);
        await db.InsertManyAsync([.. fresh.Select(r => TagPersonHandler.New(r.Id, r.DivisionCode, kind, today, now, By, "", byRule: true))], ct);
        return fresh.Count;
    }

    private async Task<int> EndAsync(NeedKind kind, IQueryable<RegistryRecord> people, DateOnly today, CancellationToken ct)
    {
        var over = await db.Needs.Where(n => n.Kind == kind.Code && n.ByRule && n.EndedOn == null && !people.Any(r => r.Id == n.RecordId)).ToListAsync(ct);
        foreach (var need in over) need.End(today, By, "");
        return over.Count;
    }

    /// <summary>Ends what was to end by today, and tags of people who are no more here; those of people who moved follow them.</summary>
    private async Task EndOverAsync(DateOnly today, CancellationToken ct)
    {
        var touched = await db.Needs.Where(n => n.EndedOn == null).Join(db.Records, n => n.RecordId, r => r.Id, (n, r) => new { Need = n, r.EndedOn, r.DivisionCode })
            .Where(x => x.Need.Until <= today || x.EndedOn != null || x.DivisionCode != x.Need.DivisionCode).ToListAsync(ct);
        foreach (var (need, over, division) in touched.Select(t => (t.Need, t.EndedOn is not null || t.Need.Until <= today, t.DivisionCode)))
        {
            if (over) need.End(today, By, "");
            else need.DivisionCode = division;
        }
    }
}

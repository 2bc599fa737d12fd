using System.Diagnostics;
using Linli.Cases.Intake;
using Linli.Cases.Loading;
using Linli.Cases.Taxonomy;
using Linli.Contracts.Grids;
using Linli.Contracts.Identity;
using Linli.Demo;
using Linli.Platform;
using Linli.Platform.Access;
using Linli.Platform.Audit;
using Linli.Platform.Data;
using Linli.Platform.Time;
using Microsoft.EntityFrameworkCore;

namespace Linli.Cases.SeedDemo;

/// <summary>The demo district's cases, with their past; a few thousand to look at or a million to measure with.</summary>
internal sealed class DemoCases(
    AppDb db, IAccess access, CaseLoader loader, DemoFiling filing, CaseNumbers numbers, DemoPhotos photos, TaxonomyCache taxonomy,
    IUnits units, ICalendars calendars, SiteTime site, IStaff staff, TimeProvider clock) : IDemoSeeder
{
    /// <summary>Of these, the newest, about four in ten have photos.</summary>
    private const int Pictured = 1_000;

    public int Order => 40;

    public async Task SeedAsync(int caseCount, CancellationToken ct)
    {
        if (caseCount == 0 || await db.Cases.AnyAsync(ct)) return;
        var (now, started) = (clock.GetUtcNow(), Stopwatch.GetTimestamp());
        var district = DemoDistrict.Create(IDemoSeeder.Seed, now, caseCount);
        var (snapshot, actors) = (await taxonomy.GetAsync(ct), await DemoStaff.FindAsync(district, units, staff, ct));
        photos.Begin(ct);
        var perDay = new Dictionary<DateOnly, int>();
        foreach (var batch in district.Cases.Chunk(CaseLoader.BatchSize))
        {
            var records = new List<CaseRecord>(batch.Length);
            foreach (var story in batch)
            {
                var number = numbers.Past(story.ReportedAt, perDay[site.Date(story.ReportedAt)] = perDay.GetValueOrDefault(site.Date(story.ReportedAt)) + 1);
                var (filed, decisions, reporter) = await filing.FileAsync(story, number, snapshot, ct);
                var record = new StoryReplay(filed, actors, units, calendars, now).Tell(story) with { Decisions = decisions, Reporter = reporter };
                records.Add(story.Index < caseCount - Pictured ? record : record with { Attachments = await photos.OfAsync(story, record.History) });
            }
            await loader.LoadAsync(records, ct);
        }
        await using var work = await db.BeginAsync(ct);
        foreach (var (day, count) in perDay) await numbers.SkipAsync(db, site.StartOf(day), count, ct);
        db.Audit(access, "cases.seed-demo", "cases", now, details: new { Cases = caseCount, Seconds = Stopwatch.GetElapsedTime(started).TotalSeconds });
        await db.SaveChangesAsync(ct);
        await work.CommitAsync(ct);
    }
}

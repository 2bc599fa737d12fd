using Linli.Platform.Data;
using Linli.Platform.Jobs;
using Linli.Platform.Time;
using Linli.Text;
using Microsoft.EntityFrameworkCore;

namespace Linli.Cases.FindTopics;

/// <summary>Gathers the reports of the last two weeks into topics; those of the last run go.</summary>
internal sealed class FindTopics(AppDb db, SiteTime site, TimeProvider clock) : IJob
{
    /// <summary>From so many reports on people hear of it.</summary>
    public const int Fewest = 4;

    private const int MostReports = 20_000, MostTopics = 100, MostCases = 500, CommunityDigits = 12;
    private static readonly TimeSpan Week = TimeSpan.FromDays(7), Quiet = TimeSpan.FromDays(5);

    public async Task RunAsync(CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var since = now - 2 * Week;
        var reports = await db.Cases.AsNoTracking().Where(c => c.ReceivedAt >= since && c.Status != CaseStatus.Declined).OrderByDescending(c => c.ReceivedAt)
            .Select(c => new Report(c.Id, c.Title, c.Text, c.DivisionCode, c.CategoryCode, c.ReceivedAt)).Take(MostReports).ToListAsync(ct);
        reports.Reverse();
        var texts = reports.ConvertAll(r => new CaseText(r.Title, r.Text));
        var finder = new TopicFinder(texts, Quiet);
        for (var i = 0; i < reports.Count; i++)
            finder.Add(new(reports[i].Id.ToString(), texts[i], site.Local(reports[i].ReceivedAt).DateTime, reports[i].DivisionCode[..Math.Min(CommunityDigits, reports[i].DivisionCode.Length)]));
        var known = reports.ToDictionary(r => r.Id.ToString());
        var topics = finder.Topics().Where(t => t.Messages.Count >= Fewest).Take(MostTopics).Select(t => TopicOf(t, known, now)).ToList();

        await using var work = await db.BeginAsync(ct);
        await db.HotTopics.ExecuteDeleteAsync(ct);
        foreach (var topic in topics) db.Append(topic);
        await db.SaveChangesAsync(ct);
        await work.CommitAsync(ct);
    }

    private static HotTopic TopicOf(Topic topic, Dictionary<string, Report> known, DateTimeOffset now)
    {
        var members = topic.Messages.Select(m => known[m.Id]).OrderByDescending(r => r.ReceivedAt).ToList();
        return new()
        {
            Id = Guid.CreateVersion7(now),
            Title = known[topic.Title.Id].Title,
            Place = topic.Place,
            DivisionCode = members.Select(r => r.DivisionCode).Aggregate(Around),
            CategoryCode = members.Select(r => r.CategoryCode).OfType<string>().CountBy(code => code).OrderByDescending(c => c.Value).Select(c => c.Key).FirstOrDefault(),
            FirstAt = members[^1].ReceivedAt,
            LastAt = members[0].ReceivedAt,
            Reports = members.Count,
            ThisWeek = members.Count(r => r.ReceivedAt >= now - Week),
            WeekBefore = members.Count(r => r.ReceivedAt < now - Week),
            CaseIds = [.. members.Take(MostCases).Select(r => r.Id)],
            FoundAt = now,
        };
    }

    /// <summary>The smallest division that holds both: district 6, street 9, community 12, grid 15 digits.</summary>
    private static string Around(string one, string other)
    {
        var same = one.AsSpan().CommonPrefixLength(other);
        return one[..(same >= 15 ? 15 : same >= 12 ? 12 : same >= 9 ? 9 : Math.Min(6, one.Length))];
    }

    private sealed record Report(Guid Id, string Title, string Text, string DivisionCode, string? CategoryCode, DateTimeOffset ReceivedAt);
}

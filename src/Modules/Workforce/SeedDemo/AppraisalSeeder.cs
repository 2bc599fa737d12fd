using Linli.Contracts.Identity;
using Linli.Platform;
using Linli.Platform.Access;
using Linli.Platform.Audit;
using Linli.Platform.Data;
using Linli.Platform.Secrets;
using Linli.Platform.Time;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Linli.Workforce;

/// <summary>In every street last year closed, with an objection that was decided, this year half graded, and three of the best on the reserve list; a fourth left it.</summary>
internal sealed class AppraisalSeeder(AppDb db, IAccess access, IStaff staff, FieldCipher cipher, IOptions<WorkforceOptions> options, SiteTime site, TimeProvider clock) : IDemoSeeder
{
    private const int ExcellentEvery = 4, WeakEvery = 11, SummaryEvery = 3, OnList = 3, DistrictLength = 6;
    private readonly AppraisalRules rules = new(options.Value.Appraisal);

    public int Order => 28;

    public async Task SeedAsync(int caseCount, CancellationToken ct)
    {
        if (await db.Appraisals.AnyAsync(ct)) return;
        var today = site.Date(clock.GetUtcNow());
        var posts = (await db.Posts.AsNoTracking().OrderBy(p => p.Id).ToListAsync(ct)).ToLookup(p => p.DivisionCode, StringComparer.Ordinal);
        var streets = (await db.Workers.AsNoTracking().OrderBy(w => w.DivisionCode).ThenBy(w => w.Id).ToListAsync(ct)).GroupBy(w => Appraisal.HolderOf(w.DivisionCode), StringComparer.Ordinal);
        foreach (var street in streets)
        {
            var grader = (await staff.WithinAsync(street.Key, WorkforcePolicies.Appraise, ct)).FirstOrDefault();
            var above = (await staff.WithinAsync(street.Key[..DistrictLength], WorkforcePolicies.Appraise, ct)).FirstOrDefault(one => one.DivisionCode.Length == DistrictLength);
            var best = LastYear(street.Key, [.. street], grader, above, today.Year - 1);
            ThisYear(street.Key, [.. street], grader, today.Year);
            Reserve(best, [.. posts[street.Key]], grader?.Name ?? access.Actor.Name, today);
            db.Audit(access, "workforce.seed", "division/" + street.Key, clock.GetUtcNow(), street.Key);
        }
        await db.SaveChangesAsync(ct);
    }

    /// <summary>Closed before the year was over; somebody above decided on an objection. Gives the best.</summary>
    private List<Worker> LastYear(string street, List<Worker> people, Colleague? grader, Colleague? above, int year)
    {
        var appraisal = Open(street, year, new(year, 12, 1));
        var reviews = people.FindAll(appraisal.IsOf).ConvertAll(worker => (Worker: worker, Review: Review(appraisal, worker)));
        var graded = reviews.FindAll(one => rules.IsGraded(year, one.Worker.Since, one.Worker.Until));
        var best = graded.Where((_, i) => i % ExcellentEvery == 1).Take(rules.MostExcellent(graded.Count)).Select(one => one.Worker).ToList();
        foreach (var (i, (worker, review)) in graded.Index())
        {
            review.Summarise(cipher.Protect("全年入户走访，协助处理居民诉求，完成社区交办的各项工作。", Workforce.Review.SummaryPurpose));
            review.Mark(best.Contains(worker) ? Grade.Excellent : i % WeakEvery == 0 ? Grade.BasicallyCompetent : Grade.Competent, Remark("工作扎实，群众反映较好。"), grader?.Id, grader?.Name ?? access.Actor.Name);
        }
        var closed = site.StartOf(new(year, 12, 22)).AddHours(15);
        appraisal.TryClose(grader?.Name ?? access.Actor.Name, closed);
        if (graded.Find(one => one.Review.Grade is Grade.BasicallyCompetent).Review is { } weak) db.Add(Objection(appraisal, weak, above?.Name ?? access.Actor.Name, closed));
        return best;
    }

    /// <summary>Some have written of their year, and the first half have a grade.</summary>
    private void ThisYear(string street, List<Worker> people, Colleague? grader, int year)
    {
        var appraisal = Open(street, year, new(year, 1, 1));
        foreach (var (i, worker) in people.Where(w => appraisal.IsOf(w) && rules.IsGraded(year, w.Since, w.Until)).Index())
        {
            if (i % SummaryEvery != 0 && i >= people.Count / 2) continue;
            var review = Review(appraisal, worker);
            if (i % SummaryEvery == 0) review.Summarise(cipher.Protect("今年走访网格住户三百余户，调解邻里纠纷十二起，两次参加防汛值守。", Workforce.Review.SummaryPurpose));
            if (i < people.Count / 2) review.Mark(i % ExcellentEvery == 1 ? Grade.Excellent : Grade.Competent, Remark(i % ExcellentEvery == 1 ? "主动担当，防汛值守表现突出。" : null), grader?.Id, grader?.Name ?? access.Actor.Name);
        }
    }

    private void Reserve(List<Worker> best, List<Post> posts, string by, DateOnly today)
    {
        foreach (var (i, worker) in best.Take(OnList + 1).Index())
        {
            if (posts.Find(p => p.Id != worker.PostId) is not { } post) continue;
            var candidate = new Candidate
            {
                Id = NewId(), WorkerId = worker.Id, DivisionCode = worker.DivisionCode, PostId = post.Id, PutForwardBy = by, Since = today.AddDays(-20), Until = today.AddMonths(4 + 6 * i),
                Reason = cipher.Protect("年度考核优秀，熟悉社区情况，善于协调。", Candidate.ReasonPurpose),
            };
            if (i == OnList) candidate.TryEnd(cipher.Protect("本人申请继续在现岗位工作。", Candidate.EndPurpose), by, today);
            db.Add(candidate);
        }
    }

    private Appraisal Open(string street, int year, DateOnly on) =>
        db.Add(new Appraisal { Id = NewId(), DivisionCode = street, Year = year, OpenedBy = access.Actor.Name, OpenedAt = site.StartOf(on).AddHours(9) }).Entity;

    private Review Review(Appraisal appraisal, Worker worker) => db.Add(new Review { Id = NewId(), AppraisalId = appraisal.Id, WorkerId = worker.Id, Year = appraisal.Year }).Entity;

    private Objection Objection(Appraisal appraisal, Review review, string by, DateTimeOffset closed)
    {
        var objection = new Objection
        {
            Id = NewId(), ReviewId = review.Id, DivisionCode = appraisal.DivisionCode, At = closed.AddDays(2),
            Words = cipher.Protect("下半年两次抽调到街道工作，社区走访次数少是这个原因。", Workforce.Objection.WordsPurpose),
        };
        objection.TryDecide(false, cipher.Protect("抽调期间已按实际工作计入，维持原等次。", Workforce.Objection.AnswerPurpose), by, closed.AddDays(5));
        return objection;
    }

    private byte[]? Remark(string? remark) => remark is null ? null : cipher.Protect(remark, Workforce.Review.RemarkPurpose);

    private Guid NewId() => Guid.CreateVersion7(clock.GetUtcNow());
}

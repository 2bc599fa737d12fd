using Linli.Platform.Access;
using Linli.Platform.Data;
using Linli.Platform.Secrets;
using Linli.Platform.Time;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Linli.Workforce;

/// <summary>An appraisal in a list.</summary>
internal sealed record AppraisalLine(Guid Id, int Year, string DivisionCode, string Division, AppraisalState State, int Given, int Excellent, int Objections, string? ClosedBy, DateTimeOffset? ClosedAt);

/// <summary>An objection as those read it who decide on it, and who made it.</summary>
internal sealed record ObjectionLine(Guid Id, string Words, DateTimeOffset At, bool? Upheld, string? Answer, string? DecidedBy, int Version);

/// <summary>Somebody in an appraisal. What is said of the reader themselves is left out until it is closed.</summary>
/// <param name="ToGrade">Whether they were there long enough to be graded.</param>
/// <param name="MayDecide">Whether the reader may decide on the objection: it is another's year, and another graded it.</param>
/// <param name="Version">Of the review; 0 where nothing is written yet.</param>
internal sealed record ReviewLine(
    Guid WorkerId, string Name, string Post, string DivisionCode, string Division, bool ToGrade, string? Summary, Grade? Grade, string? Remark, string? GradedBy,
    YearFigures Figures, ObjectionLine? Objection, bool Own, bool MayDecide, int Version);

/// <summary>An appraisal with everybody in it.</summary>
/// <param name="ToGrade">How many are graded in the end.</param>
/// <param name="Given">How many of them have a grade.</param>
/// <param name="Excellent">How many are excellent.</param>
/// <param name="MostExcellent">How many may be.</param>
internal sealed record AppraisalTable(
    Guid Id, int Year, string DivisionCode, string Division, AppraisalState State, string? ClosedBy, DateTimeOffset? ClosedAt, string? ReopenedBecause, DateOnly ClosableFrom,
    int ToGrade, int Given, int Excellent, int MostExcellent, IReadOnlyList<ReviewLine> People, int Version);

/// <summary>Reads appraisals of the caller's divisions.</summary>
internal sealed class AppraisalReader(
    AppDb db, IAccess access, AppraisalDesk desk, YearFiguresReader figures, Workplaces places, FieldCipher cipher, IOptions<WorkforceOptions> options, SiteTime site, TimeProvider clock)
{
    private readonly AppraisalRules rules = new(options.Value.Appraisal);

    /// <summary>The latest year first.</summary>
    public async Task<IReadOnlyList<AppraisalLine>> ListAsync(CancellationToken ct)
    {
        var (reviews, waiting) = (db.Reviews, db.Objections.Where(o => o.Upheld == null));
        var rows = await db.Appraisals.AsNoTracking().Within(access).OrderByDescending(a => a.Year).ThenBy(a => a.DivisionCode).Select(a => new
        {
            Appraisal = a,
            Given = reviews.Count(r => r.AppraisalId == a.Id && r.Grade != null),
            Excellent = reviews.Count(r => r.AppraisalId == a.Id && r.Grade == Grade.Excellent),
            Objections = waiting.Count(o => reviews.Any(r => r.Id == o.ReviewId && r.AppraisalId == a.Id)),
        }).ToListAsync(ct);
        return [.. rows.Select(r => new AppraisalLine(
            r.Appraisal.Id, r.Appraisal.Year, r.Appraisal.DivisionCode, places.PathOf(r.Appraisal.DivisionCode), r.Appraisal.State, r.Given, r.Excellent, r.Objections, r.Appraisal.ClosedBy, r.Appraisal.ClosedAt))];
    }

    /// <summary>An appraisal with everybody in it, or only those of one division; the figures are always of all.</summary>
    public async Task<AppraisalTable?> FindAsync(Guid id, string? under, CancellationToken ct)
    {
        if (await db.Appraisals.AsNoTracking().Within(access).SingleOrDefaultAsync(a => a.Id == id, ct) is not { } appraisal) return null;
        var all = await desk.PeopleAsync(appraisal, db.Reviews.AsNoTracking(), ct);
        var toGrade = all.Where(one => IsGraded(appraisal, one)).ToList();
        var shown = all.FindAll(one => one.Worker.DivisionCode.StartsWith(under ?? "", StringComparison.Ordinal));
        return new(appraisal.Id, appraisal.Year, appraisal.DivisionCode, places.PathOf(appraisal.DivisionCode), appraisal.State, appraisal.ClosedBy, appraisal.ClosedAt, appraisal.ReopenedBecause,
            AppraisalRules.ClosableFrom(appraisal.Year), toGrade.Count, toGrade.Count(one => one.Review?.Grade is not null), toGrade.Count(one => one.Review?.Grade is Grade.Excellent),
            rules.MostExcellent(toGrade.Count), await LinesAsync(appraisal, shown, ct), appraisal.Version);
    }

    public ObjectionLine Line(Objection objection) => new(
        objection.Id, cipher.Unprotect(objection.Words, Objection.WordsPurpose), objection.At, objection.Upheld, Open(objection.Answer, Objection.AnswerPurpose), objection.DecidedBy, objection.Version);

    public string? Open(byte[]? words, string purpose) => words is null ? null : cipher.Unprotect(words, purpose);

    private bool IsGraded(Appraisal appraisal, Appraisee one) =>
        appraisal.State is AppraisalState.Closed ? one.Review?.Grade is not null : rules.IsGraded(appraisal.Year, one.Worker.Since, one.Worker.Until);

    private async Task<IReadOnlyList<ReviewLine>> LinesAsync(Appraisal appraisal, List<Appraisee> people, CancellationToken ct)
    {
        var (today, reviews, posts) = (site.Date(clock.GetUtcNow()), people.ConvertAll(one => one.Review?.Id ?? Guid.Empty), people.ConvertAll(one => one.Worker.PostId));
        var years = await figures.ReadAsync(people.ConvertAll(one => one.Worker.Id), appraisal.FirstDay, appraisal.LastDay < today ? appraisal.LastDay : today, ct);
        var names = await db.Posts.Where(p => posts.Contains(p.Id)).ToDictionaryAsync(p => p.Id, p => p.Name, ct);
        var objections = await db.Objections.AsNoTracking().Where(o => reviews.Contains(o.ReviewId)).ToDictionaryAsync(o => o.ReviewId, ct);
        return people.ConvertAll(one =>
        {
            var (worker, review) = (one.Worker, one.Review);
            var own = worker.AccountId is { } account && account == access.Actor.Id;
            var told = own && appraisal.State is AppraisalState.Open ? null : review;
            return new ReviewLine(
                worker.Id, worker.Name, names.GetValueOrDefault(worker.PostId, ""), worker.DivisionCode, places.PathOf(worker.DivisionCode), IsGraded(appraisal, one),
                Open(review?.Summary, Review.SummaryPurpose), told?.Grade, Open(told?.Remark, Review.RemarkPurpose), told?.GradedBy, years[worker.Id],
                review is not null && objections.TryGetValue(review.Id, out var objection) ? Line(objection) : null, own, !own && review?.GradedById != access.Actor.Id, review?.Version ?? 0);
        });
    }
}

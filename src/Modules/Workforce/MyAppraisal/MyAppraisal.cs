using System.ComponentModel.DataAnnotations;
using Linli.Platform.Access;
using Linli.Platform.Data;
using Linli.Platform.Problems;
using Linli.Platform.Secrets;
using Linli.Platform.Time;
using Linli.Platform.Web;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Linli.Workforce;

/// <summary>What a worker says of their own year, in place of what they said before.</summary>
internal sealed record WriteSummary : ICommand
{
    [Required(ErrorMessage = "workforce.words-missing"), StringLength(3000, ErrorMessage = "workforce.too-long")] public string? Summary { get; set; }

    /// <summary>Of the review that the caller saw; 0 where nothing was written yet.</summary>
    public int Version { get; set; }
}

/// <summary>A worker objects to their grade.</summary>
internal sealed record ObjectToGrade : ICommand
{
    [Required(ErrorMessage = "workforce.words-missing"), StringLength(1000, ErrorMessage = "workforce.too-long")] public string? Words { get; set; }
}

/// <summary>A year of the caller's own. Grade and remark are told once it is closed.</summary>
/// <param name="ObjectUntil">The last day on which one may object; null where one may not any more.</param>
internal sealed record MyYear(
    Guid AppraisalId, int Year, string Division, AppraisalState State, string? Summary, Grade? Grade, string? Remark, ObjectionLine? Objection, DateOnly? ObjectUntil, int Version);

/// <summary>The appraisals of whoever is signed in.</summary>
internal sealed class MyAppraisalHandler(
    AppDb db, IAccess access, WorkforceChange change, AppraisalDesk desk, AppraisalReader reader, Workplaces places, FieldCipher cipher, IOptions<WorkforceOptions> options, SiteTime site, TimeProvider clock)
{
    private readonly AppraisalRules rules = new(options.Value.Appraisal);

    /// <summary>The latest year first.</summary>
    public async Task<IReadOnlyList<MyYear>> Read(CancellationToken ct)
    {
        var years = await YearsAsync(ct);
        var reviews = years.ConvertAll(year => year.Review?.Id ?? Guid.Empty);
        var objections = await db.Objections.AsNoTracking().Where(o => reviews.Contains(o.ReviewId)).ToDictionaryAsync(o => o.ReviewId, ct);
        return [.. years.OrderByDescending(year => year.Appraisal.Year).Select(year =>
        {
            var (appraisal, review) = (year.Appraisal, year.Review);
            var told = appraisal.State is AppraisalState.Closed ? review : null;
            var objection = review is null ? null : objections.GetValueOrDefault(review.Id);
            return new MyYear(
                appraisal.Id, appraisal.Year, places.PathOf(appraisal.DivisionCode), appraisal.State, reader.Open(review?.Summary, Review.SummaryPurpose), told?.Grade, reader.Open(told?.Remark, Review.RemarkPurpose),
                objection is null ? null : reader.Line(objection), objection is null ? ObjectUntil(appraisal) : null, review?.Version ?? 0);
        })];
    }

    public async Task<Result<Done>> Summarise(Guid appraisal, WriteSummary command, CancellationToken ct)
    {
        if (await YearAsync(appraisal, ct) is not { } year) return Problem.NotFound;
        await using var work = await db.BeginAsync(ct);
        if (await desk.TakeAsync(db.Appraisals.Where(a => a.Id == appraisal), ct) is not { State: AppraisalState.Open } open) return WorkforceErrors.AppraisalClosed;
        var review = await db.Reviews.SingleOrDefaultAsync(r => r.WorkerId == year.Worker.Id && r.Year == open.Year, ct);
        if ((review?.Version ?? 0) != command.Version) return Problem.Stale;
        review ??= db.Add(new Review { Id = Guid.CreateVersion7(clock.GetUtcNow()), AppraisalId = open.Id, WorkerId = year.Worker.Id, Year = open.Year }).Entity;
        review.Summarise(cipher.Protect(command.Summary!.Trim(), Review.SummaryPurpose));
        if (await change.SaveAsync("workforce.write-summary", open.Subject, open.DivisionCode, new { worker = year.Worker.Id }, ct) is { } problem) return problem;
        await work.CommitAsync(ct);
        return new Done();
    }

    public async Task<Result<Guid>> Object(Guid appraisal, ObjectToGrade command, CancellationToken ct)
    {
        if (await YearAsync(appraisal, ct) is not { Review: { } review } year) return Problem.NotFound;
        if (ObjectUntil(year.Appraisal) is null) return WorkforceErrors.ObjectionTooLate;
        if (await db.Objections.AnyAsync(o => o.ReviewId == review.Id, ct)) return WorkforceErrors.ObjectedAlready;
        var now = clock.GetUtcNow();
        var objection = new Objection { Id = Guid.CreateVersion7(now), ReviewId = review.Id, DivisionCode = year.Appraisal.DivisionCode, Words = cipher.Protect(command.Words!.Trim(), Objection.WordsPurpose), At = now };
        db.Add(objection);
        return await change.SaveAsync("workforce.object", objection.Subject, objection.DivisionCode, new { worker = review.WorkerId }, ct) is { } problem ? problem : objection.Id;
    }

    private DateOnly? ObjectUntil(Appraisal appraisal) =>
        appraisal.ClosedAt is { } closed && rules.ObjectUntil(site.Date(closed)) is var last && site.Date(clock.GetUtcNow()) <= last ? last : null;

    private async Task<MyOwn?> YearAsync(Guid appraisal, CancellationToken ct) => (await YearsAsync(ct)).Find(year => year.Appraisal.Id == appraisal);

    /// <summary>The appraisals that have a review of the caller, and those still open of where they worked in a year in which they have none.</summary>
    private async Task<List<MyOwn>> YearsAsync(CancellationToken ct)
    {
        if (access.Actor.Id is not { } self) return [];
        var workers = await db.Workers.AsNoTracking().Where(w => w.AccountId == self).ToListAsync(ct);
        var (ids, holders) = (workers.ConvertAll(w => w.Id), workers.ConvertAll(w => Appraisal.HolderOf(w.DivisionCode)));
        var reviews = await db.Reviews.AsNoTracking().Where(r => ids.Contains(r.WorkerId)).ToListAsync(ct);
        var reviewed = reviews.ConvertAll(r => r.AppraisalId);
        var appraisals = await db.Appraisals.AsNoTracking().Where(a => reviewed.Contains(a.Id) || (a.State == AppraisalState.Open && holders.Contains(a.DivisionCode))).ToListAsync(ct);
        return [.. from appraisal in appraisals from worker in workers
                   let review = reviews.Find(r => r.WorkerId == worker.Id && r.Year == appraisal.Year)
                   where review is null ? appraisal.State is AppraisalState.Open && appraisal.IsOf(worker) : review.AppraisalId == appraisal.Id
                   select new MyOwn(appraisal, worker, review)];
    }

    private sealed record MyOwn(Appraisal Appraisal, Worker Worker, Review? Review);
}

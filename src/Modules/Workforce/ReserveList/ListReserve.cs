using System.Globalization;
using Linli.Platform.Access;
using Linli.Platform.Audit;
using Linli.Platform.Data;
using Linli.Platform.Export;
using Linli.Platform.Secrets;
using Linli.Platform.Time;
using Microsoft.EntityFrameworkCore;

namespace Linli.Workforce;

/// <summary>Somebody on the reserve list, or who was.</summary>
/// <param name="Post">The one they are put forward for.</param>
/// <param name="Grades">Of closed years, the latest first.</param>
internal sealed record CandidateLine(
    Guid Id, Guid WorkerId, string Name, string DivisionCode, string Division, Guid PostId, string Post, string Reason, string PutForwardBy, DateOnly Since, DateOnly Until,
    IReadOnlyList<GradedYear> Grades, bool OnList, DateOnly? EndedOn, string? EndedBy, string? EndReason, int Version);

/// <summary>Somebody who may be put forward.</summary>
internal sealed record ReserveName(Guid Id, string Name, string Division);

/// <summary>Which of the reserve list.</summary>
/// <param name="Under">Only within this division.</param>
/// <param name="Post">Only those put forward for this post.</param>
/// <param name="Past">Those who left the list, instead of those on it.</param>
internal sealed record ReserveFilter(string? Under = null, Guid? Post = null, bool Past = false);

/// <summary>The reserve list of the caller's divisions, without the caller.</summary>
internal sealed class ListReserveHandler(AppDb db, IAccess access, Workplaces places, FieldCipher cipher, SiteTime site, TimeProvider clock)
{
    private const int Most = 500;

    /// <summary>Those who leave first before the others; of those who left, the last first.</summary>
    public async Task<IReadOnlyList<CandidateLine>> Handle(ReserveFilter filter, CancellationToken ct)
    {
        var (today, self) = (site.Date(clock.GetUtcNow()), access.Actor.Id);
        var candidates = db.Candidates.AsNoTracking().Within(access, filter.Under).Where(c => (c.EndedOn == null && c.Until >= today) != filter.Past);
        if (filter.Post is { } post) candidates = candidates.Where(c => c.PostId == post);
        var named = from candidate in candidates
                    join worker in db.Workers.Where(w => w.AccountId == null || w.AccountId != self) on candidate.WorkerId equals worker.Id
                    join higher in db.Posts on candidate.PostId equals higher.Id
                    select new { Candidate = candidate, worker.Name, Post = higher.Name };
        var rows = await (filter.Past ? named.OrderByDescending(c => c.Candidate.Until) : named.OrderBy(c => c.Candidate.Until)).ThenBy(c => c.Candidate.Id).Take(Most).ToListAsync(ct);
        var grades = await GradesAsync(rows.ConvertAll(r => r.Candidate.WorkerId), ct);
        return rows.ConvertAll(r => new CandidateLine(
            r.Candidate.Id, r.Candidate.WorkerId, r.Name, r.Candidate.DivisionCode, places.PathOf(r.Candidate.DivisionCode), r.Candidate.PostId, r.Post,
            cipher.Unprotect(r.Candidate.Reason, Candidate.ReasonPurpose), r.Candidate.PutForwardBy, r.Candidate.Since, r.Candidate.Until, [.. grades[r.Candidate.WorkerId]],
            r.Candidate.IsOn(today), r.Candidate.EndedOn, r.Candidate.EndedBy, r.Candidate.EndReason is { } end ? cipher.Unprotect(end, Candidate.EndPurpose) : null, r.Candidate.Version));
    }

    /// <summary>Those who may be chosen: who works here and was excellent once. Whether the rule lets them through is asked when they are put forward.</summary>
    public async Task<IReadOnlyList<ReserveName>> Best(CancellationToken ct)
    {
        var (today, self) = (site.Date(clock.GetUtcNow()), access.Actor.Id);
        var closed = db.Appraisals.Where(a => a.State == AppraisalState.Closed);
        var best = db.Reviews.Where(r => r.Grade == Grade.Excellent && closed.Any(a => a.Id == r.AppraisalId)).Select(r => r.WorkerId);
        var rows = await db.Workers.AsNoTracking().Within(access).On(today).Where(w => best.Contains(w.Id) && (w.AccountId == null || w.AccountId != self))
            .OrderBy(w => w.DivisionCode).ThenBy(w => w.Id).Select(w => new { w.Id, w.Name, w.DivisionCode }).ToListAsync(ct);
        return rows.ConvertAll(w => new ReserveName(w.Id, w.Name, places.PathOf(w.DivisionCode)));
    }

    /// <summary>Notes who takes the list away.</summary>
    public Task AuditAsync(ReserveFilter filter, CancellationToken ct)
    {
        db.Audit(access, "workforce.export-reserve", "division/" + filter.Under, clock.GetUtcNow(), filter.Under ?? access.Division ?? "");
        return db.SaveChangesAsync(ct);
    }

    /// <summary>The list as a table, one a line.</summary>
    public async Task WriteCsvAsync(Stream output, ReserveFilter filter, CancellationToken ct)
    {
        var lines = await Handle(filter, ct);
        await using var csv = new CsvFile(output);
        await csv.WriteAsync("name", "division", "post", "reason", "put_forward_by", "since", "until", "grades", "ended_on", "ended_by", "end_reason");
        foreach (var line in lines)
            await csv.WriteAsync(line.Name, line.Division, line.Post, line.Reason, line.PutForwardBy, Iso(line.Since), Iso(line.Until), string.Join(' ', line.Grades.Select(g => $"{g.Year}:{g.Grade}")), Iso(line.EndedOn), line.EndedBy, line.EndReason);
    }

    private async Task<ILookup<Guid, GradedYear>> GradesAsync(List<Guid> workers, CancellationToken ct) =>
        (await (from review in db.Reviews
                join appraisal in db.Appraisals on review.AppraisalId equals appraisal.Id
                where workers.Contains(review.WorkerId) && review.Grade != null && appraisal.State == AppraisalState.Closed
                orderby review.Year descending
                select new { review.WorkerId, review.Year, review.Grade }).ToListAsync(ct)).ToLookup(r => r.WorkerId, r => new GradedYear(r.Year, r.Grade!.Value));

    private static string? Iso(DateOnly? day) => day?.ToString("O", CultureInfo.InvariantCulture);
}

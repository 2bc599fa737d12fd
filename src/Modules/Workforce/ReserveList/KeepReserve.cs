using System.ComponentModel.DataAnnotations;
using Linli.Platform.Access;
using Linli.Platform.Data;
using Linli.Platform.Problems;
using Linli.Platform.Secrets;
using Linli.Platform.Time;
using Linli.Platform.Web;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;

namespace Linli.Workforce;

/// <summary>Puts a worker forward for a higher post.</summary>
internal sealed record PutForward : ICommand
{
    [Required(ErrorMessage = "workforce.worker-unknown")] public Guid? WorkerId { get; set; }

    /// <summary>Another post than their own.</summary>
    [Required(ErrorMessage = "workforce.post-unknown")] public Guid? PostId { get; set; }
    [Required(ErrorMessage = "workforce.reason-missing"), StringLength(500, MinimumLength = 2, ErrorMessage = "workforce.reason-missing")] public string? Reason { get; set; }

    /// <summary>The last day on the list.</summary>
    [Required(ErrorMessage = "workforce.day-missing")] public DateOnly? Until { get; set; }
}

/// <summary>Takes somebody off the list, in the version that the caller saw.</summary>
internal sealed record EndReserve : ICommand
{
    [Required(ErrorMessage = "workforce.reason-missing"), StringLength(200, MinimumLength = 2, ErrorMessage = "workforce.reason-missing")] public string? Reason { get; set; }
    public int Version { get; set; }
}

/// <summary>Puts workers of the caller's divisions on the reserve list whose grades let them, and takes them off.</summary>
internal sealed class KeepReserveHandler(
    AppDb db, IAccess access, WorkforceChange change, FieldCipher cipher, IStringLocalizer<WorkforceModule> text, IOptions<WorkforceOptions> options, SiteTime site, TimeProvider clock)
{
    /// <summary>Setting: in how many years one must have been excellent.</summary>
    public int ExcellentWithinYears => options.Value.Appraisal.ExcellentWithinYears;

    private DateOnly Today => site.Date(clock.GetUtcNow());

    public async Task<Result<Guid>> PutForward(PutForward command, CancellationToken ct)
    {
        var today = Today;
        if (await db.Workers.AsNoTracking().Within(access).On(today).SingleOrDefaultAsync(w => w.Id == command.WorkerId, ct) is not { } worker) return Problem.Invalid("workerId", "workforce.worker-unknown");
        if (worker.AccountId is { } account && account == access.Actor.Id) return WorkforceErrors.OwnYear;
        if (worker.PostId == command.PostId || !await db.Posts.Within(access).AnyAsync(p => p.Id == command.PostId, ct)) return Problem.Invalid("postId", "workforce.higher-post");
        if (command.Until <= today) return Problem.Invalid("until", "workforce.until-past");
        if (await BarAsync(worker.Id, ct) is { } bar) return bar;
        await using var work = await db.BeginAsync(ct);
        var open = db.Candidates.Where(c => c.WorkerId == worker.Id && c.PostId == command.PostId && c.EndedOn == null);
        await open.Where(c => c.Until < today).ExecuteUpdateAsync(set => set.SetProperty(c => c.EndedOn, c => c.Until).SetProperty(c => c.Version, c => c.Version + 1), ct);   // whose time is over may be put forward again
        if (await open.AnyAsync(ct)) return WorkforceErrors.ReservedAlready;
        var candidate = new Candidate
        {
            Id = Guid.CreateVersion7(clock.GetUtcNow()), WorkerId = worker.Id, DivisionCode = worker.DivisionCode, PostId = command.PostId!.Value, PutForwardBy = access.Actor.Name, Since = today,
            Until = command.Until!.Value, Reason = cipher.Protect(command.Reason!.Trim(), Candidate.ReasonPurpose),
        };
        db.Add(candidate);
        if (await change.SaveAsync("workforce.put-forward", candidate.Subject, candidate.DivisionCode, new { worker = worker.Id, candidate.PostId, candidate.Until }, ct) is { } problem) return problem;
        await work.CommitAsync(ct);
        return candidate.Id;
    }

    public async Task<Result<Done>> End(Guid id, EndReserve command, CancellationToken ct)
    {
        if (await db.Candidates.Within(access).SingleOrDefaultAsync(c => c.Id == id, ct) is not { } candidate) return Problem.NotFound;
        if (candidate.Version != command.Version) return Problem.Stale;
        if (!candidate.TryEnd(cipher.Protect(command.Reason!.Trim(), Candidate.EndPurpose), access.Actor.Name, Today)) return WorkforceErrors.NotOpen;
        return await change.SaveAsync("workforce.end-reserve", candidate.Subject, candidate.DivisionCode, new { worker = candidate.WorkerId }, ct) is { } problem ? problem : new Done();
    }

    /// <summary>The refusal where their grades do not let them, with the rule in words.</summary>
    private async Task<Problem?> BarAsync(Guid worker, CancellationToken ct)
    {
        var years = await (from review in db.Reviews
                           join appraisal in db.Appraisals on review.AppraisalId equals appraisal.Id
                           where review.WorkerId == worker && review.Grade != null && appraisal.State == AppraisalState.Closed
                           select new GradedYear(review.Year, review.Grade!.Value)).ToListAsync(ct);
        return ReserveRule.Find(years, Today.Year, ExcellentWithinYears) is not { } bar ? null
            : WorkforceErrors.NotForReserve with { Extensions = new Dictionary<string, object?> { ["rule"] = bar.ToString(), ["reason"] = text["reserve-bar." + bar, ExcellentWithinYears].Value } };
    }
}

using Linli.Platform.Access;
using Linli.Platform.Audit;
using Linli.Platform.Data;
using Linli.Platform.Problems;
using Linli.Platform.Web;
using Microsoft.EntityFrameworkCore;

namespace Linli.Cases.ReplyAtOnce;

/// <summary>Puts an answer in force, or takes one back.</summary>
internal sealed record ReviewAnswer : ICommand
{
    /// <summary>True sends it from now on; false ends it.</summary>
    public bool InForce { get; set; }
}

internal sealed class ReviewAnswerHandler(AppDb db, IAccess access, AnswersInForce inForce, TimeProvider clock)
{
    /// <summary>Answers that hold or wait, within the caller's divisions, the newest first.</summary>
    public async Task<IReadOnlyList<ReadyAnswer>> ListAsync(CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        return access.OwnUnitOnly ? [] : await db.ReadyAnswers.AsNoTracking().Within(access).Where(a => a.EndedAt == null && a.ValidTo > now).OrderByDescending(a => a.WrittenAt).ToListAsync(ct);
    }

    /// <summary>Whether the caller may review it: somebody other than its writer.</summary>
    public bool MayReview(ReadyAnswer answer) => answer.ReviewedAt is null && access.May(CasesPolicies.Approve) && answer.WriterId != access.Actor.Id;

    public async Task<Result<Done>> HandleAsync(Guid id, ReviewAnswer command, CancellationToken ct)
    {
        if (await db.ReadyAnswers.Within(access).SingleOrDefaultAsync(a => a.Id == id, ct) is not { EndedAt: null } answer) return Problem.NotFound;
        var now = clock.GetUtcNow();
        if (!command.InForce) answer.End(now);
        else if (answer.ReviewedAt is not null) return Problem.Stale;
        else if (!MayReview(answer)) return CaseErrors.OwnAnswer;
        else answer.Review(access.Actor.Name, now);
        db.Audit(access, command.InForce ? "cases.review-answer" : "cases.end-answer", $"answer/{id}", now, answer.DivisionCode, new { answer.Title });
        db.AfterCommit(inForce.Forget);
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateConcurrencyException)
        {
            return Problem.Stale;   // somebody else decided at this moment
        }
        return new Done();
    }
}

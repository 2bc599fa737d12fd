using System.ComponentModel.DataAnnotations;
using Linli.Platform.Access;
using Linli.Platform.Data;
using Linli.Platform.Problems;
using Linli.Platform.Secrets;
using Linli.Platform.Web;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Linli.Workforce;

/// <summary>Decides on an objection, in the version that the caller saw.</summary>
internal sealed record DecideObjection : ICommand, IValidatableObject
{
    public bool Upheld { get; set; }

    /// <summary>The better grade, where it is upheld.</summary>
    [EnumDataType(typeof(Grade), ErrorMessage = "workforce.grade-missing")] public Grade? Grade { get; set; }
    [Required(ErrorMessage = "workforce.reason-missing"), StringLength(500, MinimumLength = 2, ErrorMessage = "workforce.reason-missing")] public string? Answer { get; set; }
    public int Version { get; set; }

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Upheld && Grade is null) yield return new("workforce.grade-missing", [nameof(Grade)]);
    }
}

/// <summary>Decides on objections to grades that somebody else gave; what it changes keeps to the cap.</summary>
internal sealed class DecideObjectionHandler(AppDb db, IAccess access, WorkforceChange change, AppraisalDesk desk, FieldCipher cipher, IOptions<WorkforceOptions> options, TimeProvider clock)
{
    private readonly AppraisalRules rules = new(options.Value.Appraisal);

    public async Task<Result<Done>> Handle(Guid id, DecideObjection command, CancellationToken ct)
    {
        await using var work = await db.BeginAsync(ct);
        var (objections, all) = (db.Objections, db.Reviews);
        var which = db.Appraisals.Within(access).Where(a => objections.Any(o => o.Id == id && all.Any(r => r.Id == o.ReviewId && r.AppraisalId == a.Id)));
        if (await desk.TakeAsync(which, ct) is not { } appraisal) return Problem.NotFound;
        var objection = await objections.SingleAsync(o => o.Id == id, ct);
        var reviews = await all.Where(r => r.AppraisalId == appraisal.Id).ToListAsync(ct);
        var review = reviews.Single(r => r.Id == objection.ReviewId);
        if (await RefusalAsync(appraisal, review, ct) is { } refusal) return refusal;
        if (objection.Version != command.Version) return Problem.Stale;
        var now = clock.GetUtcNow();
        if (!objection.TryDecide(command.Upheld, cipher.Protect(command.Answer!.Trim(), Objection.AnswerPurpose), access.Actor.Name, now)) return WorkforceErrors.NotOpen;
        if (command.Upheld && Improve(review, command.Grade!.Value, reviews) is { } fault) return fault;
        if (await change.SaveAsync(command.Upheld ? "workforce.uphold-objection" : "workforce.refuse-objection", objection.Subject, appraisal.DivisionCode, new { worker = review.WorkerId }, ct) is { } stands) return stands;
        await work.CommitAsync(ct);
        return new Done();
    }

    private async Task<Problem?> RefusalAsync(Appraisal appraisal, Review review, CancellationToken ct)
    {
        var self = access.Actor.Id;
        return self is not null && await db.Workers.AnyAsync(w => w.Id == review.WorkerId && w.AccountId == self, ct) ? WorkforceErrors.OwnYear
            : self is not null && review.GradedById == self ? WorkforceErrors.OwnGrading
            : appraisal.State is AppraisalState.Open ? WorkforceErrors.AppraisalOpen
            : null;
    }

    private Problem? Improve(Review review, Grade grade, List<Review> reviews)
    {
        if (review.Grade <= grade) return Problem.Invalid("grade", "workforce.grade-not-better");
        review.Mark(grade, review.Remark, access.Actor.Id, access.Actor.Name);
        var grades = reviews.Select(r => r.Grade).OfType<Grade>().ToList();
        return rules.Keeps(grades) ? null : rules.TooManyExcellent(grades);
    }
}

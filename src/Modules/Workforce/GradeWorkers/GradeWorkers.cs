using System.ComponentModel.DataAnnotations;
using Linli.Platform.Access;
using Linli.Platform.Data;
using Linli.Platform.Problems;
using Linli.Platform.Secrets;
using Linli.Platform.Web;
using Microsoft.Extensions.Options;

namespace Linli.Workforce;

/// <summary>A grade and what is said with it, as changed from the version of the review that the caller saw; 0 where nothing was written.</summary>
internal sealed record GivenGrade : IValidatableObject
{
    public const int LongestRemark = 500;

    public Guid WorkerId { get; set; }

    /// <summary>Null takes a grade back.</summary>
    public Grade? Grade { get; set; }
    public string? Remark { get; set; }
    public int Version { get; set; }

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Grade is { } grade && !Enum.IsDefined(grade)) yield return new("workforce.grade-missing", [nameof(Grade)]);
        if (Remark?.Length > LongestRemark) yield return new("workforce.too-long", [nameof(Remark)]);
    }
}

/// <summary>The superior grades some or all of an appraisal; those who are not named stay as they are.</summary>
internal sealed record GradeWorkers : ICommand, IValidatableObject
{
    [MaxLength(1000, ErrorMessage = "workforce.too-many-grades")] public IReadOnlyList<GivenGrade> Grades { get; set; } = [];

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext) =>
        Grades.SelectMany(given => given.Validate(validationContext)).Select(fault => new ValidationResult(fault.ErrorMessage, [nameof(Grades)]));
}

/// <summary>Grades those who are graded, never oneself. More excellent ones than may be are let through here, so that one can weigh them, and refused when the year is closed.</summary>
internal sealed class GradeWorkersHandler(AppDb db, IAccess access, WorkforceChange change, AppraisalDesk desk, FieldCipher cipher, IOptions<WorkforceOptions> options, TimeProvider clock)
{
    private readonly AppraisalRules rules = new(options.Value.Appraisal);

    public async Task<Result<Done>> Handle(Guid id, GradeWorkers command, CancellationToken ct)
    {
        await using var work = await db.BeginAsync(ct);
        if (!(await desk.TakeOpenAsync(id, ct)).Succeeded(out var appraisal, out var problem)) return problem;
        var people = (await desk.PeopleAsync(appraisal, db.Reviews, ct)).ToDictionary(one => one.Worker.Id);
        foreach (var given in command.Grades)
            if (Enter(appraisal, people.GetValueOrDefault(given.WorkerId), given) is { } fault) return fault;
        if (await change.SaveAsync("workforce.grade", appraisal.Subject, appraisal.DivisionCode, new { workers = command.Grades.Select(given => given.WorkerId) }, ct) is { } stands) return stands;
        await work.CommitAsync(ct);
        return new Done();
    }

    private Problem? Enter(Appraisal appraisal, Appraisee? one, GivenGrade given)
    {
        if (one is null) return Problem.Invalid("grades", "workforce.worker-unknown");
        if (one.Worker.AccountId is { } account && account == access.Actor.Id) return WorkforceErrors.OwnYear;
        if (!rules.IsGraded(appraisal.Year, one.Worker.Since, one.Worker.Until)) return Problem.Invalid("grades", "workforce.not-graded");
        if ((one.Review?.Version ?? 0) != given.Version) return Problem.Stale;
        var review = one.Review ?? db.Add(new Review { Id = Guid.CreateVersion7(clock.GetUtcNow()), AppraisalId = appraisal.Id, WorkerId = one.Worker.Id, Year = appraisal.Year }).Entity;
        review.Mark(given.Grade, string.IsNullOrWhiteSpace(given.Remark) ? null : cipher.Protect(given.Remark.Trim(), Review.RemarkPurpose), access.Actor.Id, access.Actor.Name);
        return null;
    }
}

using System.ComponentModel.DataAnnotations;
using Linli.Cases.Taxonomy;
using Linli.Platform.Access;
using Linli.Platform.Audit;
using Linli.Platform.Data;
using Linli.Platform.Problems;
using Linli.Platform.Time;
using Linli.Platform.Web;

namespace Linli.Cases.ReplyAtOnce;

/// <summary>Writes an answer that waits for its review.</summary>
internal sealed record WriteAnswer : ICommand
{
    [Required(ErrorMessage = "cases.text-title-missing"), StringLength(100, ErrorMessage = "cases.title-too-long")] public string? Title { get; set; }
    [Required(ErrorMessage = "cases.remark-missing"), StringLength(2000, ErrorMessage = "cases.remark-too-long")] public string? Answer { get; set; }
    [Required(ErrorMessage = "cases.unknown-division")] public string? DivisionCode { get; set; }
    public string? CategoryCode { get; set; }

    /// <summary>The last day on which it is sent.</summary>
    [Required(ErrorMessage = "cases.until-missing")] public DateOnly? ValidTo { get; set; }
}

internal sealed class WriteAnswerHandler(AppDb db, IAccess access, TaxonomyCache taxonomy, SiteTime site, TimeProvider clock)
{
    public async Task<Result<Guid>> HandleAsync(WriteAnswer command, CancellationToken ct)
    {
        if (!access.Sees(command.DivisionCode!)) return CaseErrors.UnknownDivision;
        var category = string.IsNullOrWhiteSpace(command.CategoryCode) ? null : command.CategoryCode;
        if (category is not null && (await taxonomy.GetAsync(ct)).Find(category) is null) return CaseErrors.UnknownCategory;
        var now = clock.GetUtcNow();
        if (site.StartOf(command.ValidTo!.Value.AddDays(1)) <= now) return Problem.Invalid("validTo", "cases.day-passed");
        var answer = new ReadyAnswer
        {
            Id = Guid.CreateVersion7(now), Title = command.Title!.Trim(), Answer = command.Answer!.Trim(), DivisionCode = command.DivisionCode!, CategoryCode = category,
            ValidTo = site.StartOf(command.ValidTo.Value.AddDays(1)), WriterId = access.Actor.Id ?? Guid.Empty, WriterName = access.Actor.Name, WrittenAt = now,
        };
        db.Append(answer);
        db.Audit(access, "cases.write-answer", $"answer/{answer.Id}", now, answer.DivisionCode, new { answer.Title, answer.Answer, answer.CategoryCode });
        await db.SaveChangesAsync(ct);
        return answer.Id;
    }
}

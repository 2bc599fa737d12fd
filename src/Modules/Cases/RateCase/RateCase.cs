using System.ComponentModel.DataAnnotations;
using Linli.Cases.FollowUp;
using Linli.Cases.History;
using Linli.Cases.Questions;
using Linli.Cases.Taxonomy;
using Linli.Platform.Access;
using Linli.Platform.Data;
using Linli.Platform.Problems;
using Linli.Platform.Web;
using Microsoft.EntityFrameworkCore;

namespace Linli.Cases.RateCase;

/// <summary>评价: what the reporter thinks of the last closing.</summary>
internal sealed record RateCase : ICommand
{
    [Required(ErrorMessage = "cases.satisfied-missing")] public bool? Satisfied { get; set; }
    [Range(1, 5, ErrorMessage = "cases.bad-stars")] public int? Speed { get; set; }
    [Range(1, 5, ErrorMessage = "cases.bad-stars")] public int? Result { get; set; }
    [Range(1, 5, ErrorMessage = "cases.bad-stars")] public int? Attitude { get; set; }
    [StringLength(1000, ErrorMessage = "cases.words-too-long")] public string? Words { get; set; }

    /// <summary>Answers to the questions of the rating, by code; none must be answered.</summary>
    public IReadOnlyDictionary<string, string[]>? Answers { get; set; }
}

internal sealed class RateCaseHandler(AppDb db, FollowUpKeys keys, IAccess access, TaxonomyCache taxonomy, Answering answering, TimeProvider clock)
{
    public async Task<Result<Done>> HandleAsync(string key, RateCase command, CancellationToken ct)
    {
        if (CommandValidation.Check(command) is { } invalid) return invalid;
        if (await keys.OpenAsync(key, ct) is not { } found) return Problem.NotFound;
        var leading = await keys.LeadingAsync(found, ct);
        if (leading.Status is not CaseStatus.Closed) return CaseErrors.NotNow;
        if (await db.Ratings.AnyAsync(r => r.CaseId == found.Id && r.Round == leading.Reopened, ct)) return CaseErrors.AlreadyRated;
        if (!answering.Take((await taxonomy.GetAsync(ct)).QuestionsOf(found.CategoryCode, QuestionPurpose.Rating), command.Answers, chosen: false).Succeeded(out var answers, out var unfit)) return unfit;
        var now = clock.GetUtcNow();
        var id = Guid.CreateVersion7(now);
        foreach (var answer in answers) db.Append(RatingAnswer.Of(id, answer));
        db.Append(new Rating
        {
            Id = id,
            CaseId = found.Id,
            Round = leading.Reopened,
            At = now,
            Satisfied = command.Satisfied!.Value,
            Speed = command.Speed,
            Result = command.Result,
            Attitude = command.Attitude,
            Words = string.IsNullOrWhiteSpace(command.Words) ? null : command.Words.Trim(),
        });
        found.Satisfied = command.Satisfied;
        found.Touch();
        if (command.Satisfied is false) leading.AskSecondLook(now);
        db.Remember(found, CaseAction.Rate, access, now);
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateConcurrencyException)
        {
            return Problem.Stale;   // pressed twice at once, or staff were at it
        }
        return new Done();
    }
}

using System.ComponentModel.DataAnnotations;
using Linli.Cases.CallBacks;
using Linli.Cases.History;
using Linli.Cases.Questions;
using Linli.Cases.Taxonomy;
using Linli.Cases.VerifyCase;
using Linli.Platform.Access;
using Linli.Platform.Data;
using Linli.Platform.Problems;
using Linli.Platform.Web;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Linli.Cases.RecordCallBack;

/// <summary>What came of a call, and what the reporter thinks.</summary>
internal sealed record RecordCallBack : ICommand
{
    [Range(1, int.MaxValue, ErrorMessage = "cases.version-missing")] public int Version { get; set; }
    [Required(ErrorMessage = "cases.call-result-missing"), EnumDataType(typeof(CallResult), ErrorMessage = "cases.call-result-missing")] public CallResult? Result { get; set; }

    /// <summary>Needed when the reporter was reached; of a case that is not closed yet: whether it is fixed.</summary>
    public bool? Satisfied { get; set; }
    [Range(1, 5, ErrorMessage = "cases.bad-stars")] public int? Speed { get; set; }
    [Range(1, 5, ErrorMessage = "cases.bad-stars")] public int? Outcome { get; set; }
    [Range(1, 5, ErrorMessage = "cases.bad-stars")] public int? Attitude { get; set; }

    /// <summary>What the reporter said; needed where it is not fixed.</summary>
    [StringLength(1000, ErrorMessage = "cases.words-too-long")] public string? Words { get; set; }

    /// <summary>Answers to the questions of the rating, by code; none must be answered.</summary>
    public IReadOnlyDictionary<string, string[]>? Answers { get; set; }
}

/// <summary>
/// Notes a call by who holds it: the rating of the closing, another try, or the end. Who is not satisfied brings the case before a supervisor. Of a case that is only handled
/// the reporter verifies it, or sends it back.
/// </summary>
internal sealed class RecordCallBackHandler(AppDb db, IAccess access, VerifyCaseHandler verifying, TaxonomyCache taxonomy, Answering answering, IOptions<CasesOptions> options, TimeProvider clock)
{
    public async Task<Result<Done>> HandleAsync(Guid id, RecordCallBack command, CancellationToken ct)
    {
        if (CommandValidation.Check(command) is { } invalid) return invalid;
        var reached = command.Result is CallResult.Reached;
        if (reached && command.Satisfied is null) return Problem.Invalid("satisfied", "cases.satisfied-missing");
        var now = clock.GetUtcNow();
        if (await db.CallBacks.Within(access).SingleOrDefaultAsync(c => c.Id == id, ct) is not { } call) return Problem.NotFound;
        if (call.CallerId is null || call.CallerId != access.Actor.Id || call.HeldUntil <= now) return CaseErrors.NotYourCall;
        if (call.Version != command.Version) return Problem.Stale;
        if (await db.Cases.Seen(db, access).SingleOrDefaultAsync(c => c.Id == call.CaseId, ct) is not { } found) return Problem.NotFound;
        if (found.Status is not (CaseStatus.Closed or CaseStatus.Handled) || found.Reopened != call.Round) return CaseErrors.NotNow;   // taken up again meanwhile
        var words = string.IsNullOrWhiteSpace(command.Words) ? null : command.Words.Trim();
        if (reached && found.Status is CaseStatus.Handled) return await VerifyAsync(call, found, command.Satisfied!.Value, words, now, ct);
        if (reached)
        {
            if (await db.Ratings.AnyAsync(r => r.CaseId == found.Id && r.Round == found.Reopened, ct)) return CaseErrors.AlreadyRated;
            if (!answering.Take((await taxonomy.GetAsync(ct)).QuestionsOf(found.CategoryCode, QuestionPurpose.Rating), command.Answers, chosen: false).Succeeded(out var answers, out var unfit)) return unfit;
            var rating = Guid.CreateVersion7(now);
            foreach (var answer in answers) db.Append(RatingAnswer.Of(rating, answer));
            db.Append(new Rating
            {
                Id = rating, CaseId = found.Id, Round = found.Reopened, At = now, Satisfied = command.Satisfied!.Value,
                Speed = command.Speed, Result = command.Outcome, Attitude = command.Attitude, Words = words,
            });
            found.Satisfied = command.Satisfied;
            if (command.Satisfied is false) found.AskSecondLook(now);
        }
        call.Note(command.Result!.Value, words, access.Actor.Name, now, options.Value.CallBack);
        found.Touch();
        db.Remember(found, CaseAction.CallBack, access, now, words, new { To = new { CallResult = command.Result, Satisfied = reached ? command.Satisfied : null } });
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateException)
        {
            return Problem.Stale;   // the reporter rated at this moment, or staff were at it
        }
        return new Done();
    }

    /// <summary>Saves the call with what comes of it.</summary>
    private async Task<Result<Done>> VerifyAsync(CallBack call, Case found, bool passed, string? words, DateTimeOffset now, CancellationToken ct)
    {
        if (!passed && words is null) return Problem.Invalid("words", "cases.remark-missing");
        call.Note(CallResult.Reached, words, access.Actor.Name, now, options.Value.CallBack);
        if (!passed) call.Again();
        var verified = await verifying.HandleAsync(found.Id, new() { Version = found.Version, Passed = passed, How = VerifiedHow.Phone, Remark = words }, ct);
        return verified.Succeeded(out _, out var problem) ? new Done() : problem;
    }
}

using Linli.Cases.AnswerLetter;
using Linli.Platform.Files;
using Linli.Platform.Idempotency;
using Linli.Platform.Problems;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Linli.Cases.OfficialLetters;

/// <summary>Letters over HTTP; a letter is issued at <c>/api/v1/cases/{id}/letter</c>.</summary>
internal static class OfficialLettersApi
{
    public const string WordType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet("letters", List).RequireAuthorization(CasesPolicies.See).WithName("listOfficialLetters");
        api.MapGet("letters/{id:guid}/document", Download).RequireAuthorization(CasesPolicies.See).WithName("downloadLetter");
        api.MapPost("letters/{id:guid}/receive", async Task<Results<NoContent, ProblemResult>> (Guid id, AnswerLetterHandler handler, CancellationToken ct) =>
            (await handler.ReceiveAsync(id, ct)).ToHttp()).RequireAuthorization(CasesPolicies.AnswerLetters).Idempotent().WithName("receiveLetter");
        api.MapPost("letters/{id:guid}/reply", async Task<Results<NoContent, ProblemResult>> (Guid id, AnswerLetter.AnswerLetter command, AnswerLetterHandler handler, CancellationToken ct) =>
            (await handler.HandleAsync(id, command, ct)).ToHttp()).RequireAuthorization(CasesPolicies.AnswerLetters).Idempotent().WithName("answerLetter");
    }

    /// <summary>The letters that the caller issued or may read, or that are addressed to the caller's unit, the newest first; fifty a page.</summary>
    private static async Task<Ok<OfficialLetterPage>> List([AsParameters] OfficialLetterFilter filter, ListOfficialLettersHandler handler, CancellationToken ct)
    {
        var found = await handler.HandleAsync(filter, ct);
        return TypedResults.Ok(new OfficialLetterPage([.. found.Take(ListOfficialLettersHandler.PageSize).Select(OfficialLetterDetails.Of)], found.Count > ListOfficialLettersHandler.PageSize));
    }

    /// <summary>The letter as it was issued, a Word document.</summary>
    private static async Task<IResult> Download(Guid id, ListOfficialLettersHandler handler, FileStore files, CancellationToken ct) =>
        await handler.FindAsync(id, ct) is { } letter ? files.Send(new(letter.Hash, WordType, letter.Length), letter.Number + ".docx") : new ProblemResult(Problem.NotFound);
}

/// <summary>A page of letters.</summary>
/// <param name="Items">The letters.</param>
/// <param name="More">Whether there is another page.</param>
internal sealed record OfficialLetterPage(IReadOnlyList<OfficialLetterDetails> Items, bool More);

/// <summary>A letter.</summary>
internal sealed record OfficialLetterDetails(
    Guid Id, LetterKind Kind, string Number, Guid CaseId, string CaseNumber, Guid UnitId, string Words, DateOnly ReplyBy, DateTimeOffset IssuedAt, string IssuerName,
    DateTimeOffset? SeenAt, string? SeenBy, DateTimeOffset? RepliedAt, string? RepliedBy, string? Reply, int Version)
{
    public static OfficialLetterDetails Of(OfficialLetter l) => new(
        l.Id, l.Kind, l.Number, l.CaseId, l.CaseNumber, l.UnitId, l.Words, l.ReplyBy, l.IssuedAt, l.IssuerName, l.SeenAt, l.SeenBy, l.RepliedAt, l.RepliedBy, l.Reply, l.Version);
}

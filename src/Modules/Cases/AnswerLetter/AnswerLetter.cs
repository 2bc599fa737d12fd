using System.ComponentModel.DataAnnotations;
using Linli.Cases.OfficialLetters;
using Linli.Platform.Access;
using Linli.Platform.Audit;
using Linli.Platform.Data;
using Linli.Platform.Problems;
using Linli.Platform.Web;
using Microsoft.EntityFrameworkCore;

namespace Linli.Cases.AnswerLetter;

/// <summary>回复函件: the addressed unit writes what it does about it.</summary>
internal sealed record AnswerLetter : ICommand
{
    [Range(1, int.MaxValue, ErrorMessage = "cases.version-missing")] public int Version { get; set; }
    [Required(ErrorMessage = "cases.remark-missing"), StringLength(2000, ErrorMessage = "cases.remark-too-long")] public string? Reply { get; set; }
}

/// <summary>签收, then the reply: by somebody of the addressed unit, once each.</summary>
internal sealed class AnswerLetterHandler(AppDb db, IAccess access, TimeProvider clock)
{
    /// <summary>Whether the caller may answer a letter.</summary>
    public bool MayAnswer(Guid unit) => access.May(CasesPolicies.AnswerLetters) && access.Unit == unit;

    /// <summary>Somebody of the unit has it. Said again it changes nothing.</summary>
    public Task<Result<Done>> ReceiveAsync(Guid id, CancellationToken ct) =>
        ChangeAsync(id, null, "cases.receive-letter", (letter, now) => { if (letter.SeenAt is null) letter.See(access.Actor.Name, now); }, ct);

    public async Task<Result<Done>> HandleAsync(Guid id, AnswerLetter command, CancellationToken ct) =>
        CommandValidation.Check(command) is { } invalid ? invalid
        : await ChangeAsync(id, command.Version, "cases.answer-letter", (letter, now) => letter.Answer(command.Reply!.Trim(), access.Actor.Name, now), ct);

    private async Task<Result<Done>> ChangeAsync(Guid id, int? version, string act, Action<OfficialLetter, DateTimeOffset> change, CancellationToken ct)
    {
        if (await db.OfficialLetters.Seen(access).SingleOrDefaultAsync(l => l.Id == id, ct) is not { } letter) return Problem.NotFound;
        if (!MayAnswer(letter.UnitId)) return CaseErrors.NotYourLetter;
        if (version is { } seen && seen != letter.Version) return Problem.Stale;
        if (version is not null && letter.RepliedAt is not null) return CaseErrors.LetterAnswered;
        var now = clock.GetUtcNow();
        change(letter, now);
        if (!db.HasChanges) return new Done();
        db.Audit(access, act, letter.Subject, now, letter.DivisionCode, new { letter.Number });
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateConcurrencyException)
        {
            return Problem.Stale;   // somebody else of the unit was at it
        }
        return new Done();
    }
}

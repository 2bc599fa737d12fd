using System.ComponentModel.DataAnnotations;
using Linli.Cases.DeadLetters;
using Linli.Platform.Access;
using Linli.Platform.Audit;
using Linli.Platform.Data;
using Linli.Platform.Problems;
using Linli.Platform.Web;
using Microsoft.EntityFrameworkCore;

namespace Linli.Cases.MendLetters;

/// <summary>Says that a dead letter is no report, and why; its message is taken away.</summary>
internal sealed record DiscardLetter : ICommand
{
    [Required(ErrorMessage = "cases.reason-missing"), StringLength(200, MinimumLength = 2, ErrorMessage = "cases.reason-length")] public string? Remark { get; set; }

    /// <summary>The version that the caller saw.</summary>
    public int Version { get; set; }
}

internal sealed class DiscardLetterHandler(AppDb db, IAccess access, TimeProvider clock)
{
    public async Task<Result<Done>> HandleAsync(Guid id, DiscardLetter command, CancellationToken ct)
    {
        if (CommandValidation.Check(command) is { } invalid) return invalid;
        if (await db.DeadLetters.Within(access).SingleOrDefaultAsync(l => l.Id == id, ct) is not { } letter) return Problem.NotFound;
        if (letter.State is not DeadLetterState.Open) return CaseErrors.LetterSettled;
        if (letter.Version != command.Version) return Problem.Stale;
        var now = clock.GetUtcNow();
        letter.Discard(command.Remark!.Trim(), access.Actor, now);
        db.Audit(access, "cases.discard-dead-letter", letter.Subject, now, letter.DivisionCode, new { letter.Channel, letter.Remark });
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateConcurrencyException)
        {
            return Problem.Stale;
        }
        return new Done();
    }
}

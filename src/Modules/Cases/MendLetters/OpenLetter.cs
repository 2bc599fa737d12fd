using Linli.Cases.DeadLetters;
using Linli.Platform.Access;
using Linli.Platform.Audit;
using Linli.Platform.Data;
using Linli.Platform.Problems;
using Linli.Platform.Secrets;
using Microsoft.EntityFrameworkCore;

namespace Linli.Cases.MendLetters;

/// <summary>Opens a dead letter. Its message may hold personal data, so each look is kept in the audit log.</summary>
internal sealed class OpenLetterHandler(AppDb db, IAccess access, FieldCipher cipher, TimeProvider clock)
{
    public async Task<Result<OpenedLetter>> HandleAsync(Guid id, CancellationToken ct)
    {
        if (await db.DeadLetters.AsNoTracking().Within(access).SingleOrDefaultAsync(l => l.Id == id, ct) is not { } letter) return Problem.NotFound;
        if (letter.Payload is { } payload)
        {
            db.Audit(access, "cases.open-dead-letter", letter.Subject, clock.GetUtcNow(), letter.DivisionCode);
            await db.SaveChangesAsync(ct);   // no trace, no data
            return new OpenedLetter(letter.Id, letter.Channel, letter.ReceivedAt, letter.State, letter.Reason, cipher.Unprotect(payload, DeadLetter.PayloadPurpose), null, null, null, null, letter.Version);
        }
        return new OpenedLetter(letter.Id, letter.Channel, letter.ReceivedAt, letter.State, letter.Reason, null, letter.CaseId, letter.SettledAt, letter.SettledBy, letter.Remark, letter.Version);
    }
}

/// <summary>A dead letter with its message.</summary>
/// <param name="Id">Key.</param>
/// <param name="Channel">Where it came from.</param>
/// <param name="ReceivedAt">When.</param>
/// <param name="State">How it stands.</param>
/// <param name="Reason">Why it could not become a case, as JSON: code and keys of messages by field.</param>
/// <param name="Payload">The message; absent once the letter is settled.</param>
/// <param name="CaseId">The case it became.</param>
/// <param name="SettledAt">When it was settled.</param>
/// <param name="SettledBy">Who settled it.</param>
/// <param name="Remark">Why it was discarded.</param>
/// <param name="Version">Version to send with the next change.</param>
internal sealed record OpenedLetter(
    Guid Id, string Channel, DateTimeOffset ReceivedAt, DeadLetterState State, string Reason, string? Payload, Guid? CaseId, DateTimeOffset? SettledAt, string? SettledBy, string? Remark, int Version);

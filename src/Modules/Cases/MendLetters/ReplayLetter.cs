using System.ComponentModel.DataAnnotations;
using Linli.Cases.Channels;
using Linli.Cases.DeadLetters;
using Linli.Cases.ReceiveCase;
using Linli.Cases.ReceiveMessage;
using Linli.Platform.Access;
using Linli.Platform.Audit;
using Linli.Platform.Data;
using Linli.Platform.Problems;
using Linli.Platform.Secrets;
using Linli.Platform.Web;
using Microsoft.EntityFrameworkCore;

namespace Linli.Cases.MendLetters;

/// <summary>Sends a dead letter on its way again, mended or as it is when the profile was mended.</summary>
internal sealed record ReplayLetter : ICommand
{
    /// <summary>The mended message; empty sends the one that came.</summary>
    [StringLength(WebhookEndpoint.MaxBytes, ErrorMessage = "cases.payload-too-long")] public string? Payload { get; set; }

    /// <summary>The version that the caller saw.</summary>
    public int Version { get; set; }
}

/// <summary>
/// Replays letters. The case is filed under a key, the message's own or the letter's, before the letter is settled: a replay that is
/// broken off in between, or pressed twice, finds the same case.
/// </summary>
internal sealed class ReplayLetterHandler(AppDb db, IAccess access, ChannelCache channels, MessageIntake intake, FieldCipher cipher, TimeProvider clock)
{
    /// <summary>How many are replayed by one press.</summary>
    public const int Most = 200;

    public async Task<Result<ReceivedCase>> HandleAsync(Guid id, ReplayLetter command, CancellationToken ct)
    {
        if (CommandValidation.Check(command) is { } invalid) return invalid;
        if (await db.DeadLetters.Within(access).SingleOrDefaultAsync(l => l.Id == id, ct) is not { } letter) return Problem.NotFound;
        if (letter.State is not DeadLetterState.Open) return CaseErrors.LetterSettled;
        if (letter.Version != command.Version) return Problem.Stale;
        return await ReplayAsync(letter, string.IsNullOrWhiteSpace(command.Payload) ? null : command.Payload, ct);
    }

    /// <summary>Replays the open letters of a channel as they are, oldest first.</summary>
    /// <returns>How many became cases, and how many still cannot.</returns>
    public async Task<(int Done, int Left)> HandleAllAsync(string channel, CancellationToken ct)
    {
        var (done, left) = (0, 0);
        var ids = await db.DeadLetters.AsNoTracking().Within(access).Where(l => l.Channel == channel && l.State == DeadLetterState.Open).OrderBy(l => l.ReceivedAt).Take(Most).Select(l => l.Id).ToListAsync(ct);
        foreach (var id in ids)
        {
            var letter = await db.DeadLetters.SingleAsync(l => l.Id == id, ct);
            if (letter.State is DeadLetterState.Open && (await ReplayAsync(letter, null, ct)).Succeeded(out _, out _)) done++;
            else left++;
            db.Forget();
        }
        return (done, left);
    }

    private async Task<Result<ReceivedCase>> ReplayAsync(DeadLetter letter, string? mended, CancellationToken ct)
    {
        if ((await channels.GetAsync(ct)).Find(letter.Channel) is not { } channel) return CaseErrors.UnknownChannel;
        var filed = await intake.TakeAsync(channel, mended ?? cipher.Unprotect(letter.Payload!, DeadLetter.PayloadPurpose), letter.Key, ct);
        if (!filed.Succeeded(out var received, out var problem)) return problem;
        var now = clock.GetUtcNow();
        db.Forget();
        var settled = await db.DeadLetters.SingleAsync(l => l.Id == letter.Id, ct);
        if (settled.State is not DeadLetterState.Open) return received;   // somebody else replayed it meanwhile: it is the same case
        settled.BecameCase(received.Id, access.Actor, now);
        db.Audit(access, "cases.replay-dead-letter", settled.Subject, now, settled.DivisionCode, new { settled.Channel, received.Number, mended = mended is not null });
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateConcurrencyException)
        {
            db.Forget();   // the same, at this moment
        }
        return received;
    }
}

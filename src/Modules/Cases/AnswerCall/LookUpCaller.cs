using Linli.Platform.Access;
using Linli.Platform.Audit;
using Linli.Platform.Data;
using Linli.Platform.Secrets;
using Linli.Platform.Web;
using Microsoft.EntityFrameworkCore;

namespace Linli.Cases.AnswerCall;

/// <summary>Asks who calls. The number goes in the body, so that it stands in no address and no log of addresses.</summary>
internal sealed record LookUpCaller : ICommand
{
    /// <summary>The whole number.</summary>
    public string? Phone { get; set; }
}

/// <summary>What a caller has reported before, by exact number and within the clerk's divisions; that somebody looked is kept in the audit log.</summary>
internal sealed class LookUpCallerHandler(AppDb db, IAccess access, FieldCipher cipher, TimeProvider clock)
{
    private const int MostCases = 6, MostCalls = 3;

    /// <returns>Null while the number is none yet: then nothing is looked up and nothing kept.</returns>
    public async Task<Caller?> HandleAsync(LookUpCaller command, CancellationToken ct)
    {
        if (CallerNumber.Read(command.Phone) is not { } number) return null;
        var (asReporter, asCaller) = (cipher.Fingerprint(number, Reporter.PhonePurpose), cipher.Fingerprint(number, Call.PhonePurpose));
        var cases = await (
            from r in db.Reporters.AsNoTracking()
            where r.PhoneFingerprint == asReporter
            join c in db.Cases.Seen(db, access) on r.CaseId equals c.Id
            orderby c.ReceivedAt descending
            select new CallerCase(c.Id, c.Number, c.Title, c.Status, c.Level, c.DivisionCode, c.ReceivedAt, c.DueAt, r.MaskedName)).Take(MostCases).ToListAsync(ct);
        var calls = await db.Calls.AsNoTracking().Within(access).Where(c => c.PhoneFingerprint == asCaller).OrderByDescending(c => c.StartedAt)
            .Select(c => new CallerCall(c.StartedAt, c.Outcome, c.Words, c.Said)).Take(MostCalls).ToListAsync(ct);
        var masked = Masking.Phone(number);
        db.Audit(access, "cases.look-up-caller", "caller/" + masked, clock.GetUtcNow(), access.Division ?? "", new { cases = cases.ConvertAll(c => c.Number) });
        await db.SaveChangesAsync(ct);   // no trace, no data
        return new(masked, cases, calls);
    }
}

/// <summary>Somebody who calls.</summary>
/// <param name="Phone">Mask of the number.</param>
/// <param name="Cases">What they reported, newest first.</param>
/// <param name="Calls">Calls of theirs of which something else came, newest first.</param>
internal sealed record Caller(string Phone, IReadOnlyList<CallerCase> Cases, IReadOnlyList<CallerCall> Calls);

/// <summary>A case of the caller's.</summary>
internal sealed record CallerCase(Guid Id, string Number, string Title, CaseStatus Status, int Level, string DivisionCode, DateTimeOffset ReceivedAt, DateTimeOffset? DueAt, string? MaskedName);

/// <summary>An earlier call.</summary>
internal sealed record CallerCall(DateTimeOffset At, CallOutcome Outcome, string? Words, string? Said);

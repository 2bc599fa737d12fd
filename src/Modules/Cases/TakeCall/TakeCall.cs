using Linli.Cases.CallBacks;
using Linli.Platform.Access;
using Linli.Platform.Audit;
using Linli.Platform.Data;
using Linli.Platform.Problems;
using Linli.Platform.Secrets;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Linli.Cases.TakeCall;

/// <summary>A call that is the caller's to make.</summary>
/// <param name="Id">Key of the call-back.</param>
/// <param name="CaseId">The case.</param>
/// <param name="Number">Its number.</param>
/// <param name="Title">Its heading.</param>
/// <param name="Text">What the reporter wrote.</param>
/// <param name="CategoryCode">What it is about.</param>
/// <param name="UnitId">The unit that handled it.</param>
/// <param name="Answer">What the reporter was told at the close; before it, what the unit did.</param>
/// <param name="HandledAt">When it was handled.</param>
/// <param name="ClosedAt">When it was closed; absent before: then the call verifies whether it is fixed.</param>
/// <param name="Name">The reporter, as far as given.</param>
/// <param name="Phone">The number to call.</param>
/// <param name="Attempts">How often it was tried.</param>
/// <param name="HeldUntil">Until when nobody else gets it.</param>
/// <param name="Version">Version to send with the result.</param>
internal sealed record HeldCall(
    Guid Id, Guid CaseId, string Number, string Title, string Text, string? CategoryCode, Guid? UnitId, string? Answer, DateTimeOffset? HandledAt, DateTimeOffset? ClosedAt, string? Name, string Phone, int Attempts, DateTimeOffset HeldUntil, int Version);

/// <summary>
/// The queue of calls to reporters who left a number: for who may verify first the handled cases of others, then closed cases of the last days that are not rated, the longest
/// handled or closed first. One is taken at a time and held for some minutes; that its reporter was shown, and why, is in the audit log.
/// </summary>
internal sealed class TakeCallHandler(AppDb db, IAccess access, FieldCipher cipher, IOptions<CasesOptions> options, TimeProvider clock)
{
    private const int Looked = 20;
    private readonly DateTimeOffset now = clock.GetUtcNow();

    /// <summary>The call the caller holds, or the next one.</summary>
    public async Task<Result<HeldCall>> HandleAsync(CancellationToken ct)
    {
        if (access.Actor.Id is not { } caller) return Problem.Forbidden;
        if (await HeldAsync(ct) is { } held) return held;
        await using var work = await db.BeginAsync(ct);
        var until = now + TimeSpan.FromMinutes(options.Value.CallBack.HeldForMinutes);
        var waiting = await ToVerify().OrderBy(c => c.HandledAt).ThenBy(c => c.Id).Take(Looked).Select(c => new { c.Id, c.Reopened, c.DivisionCode }).ToListAsync(ct);
        if (waiting.Count == 0) waiting = await ToRate().OrderBy(c => c.ClosedAt).ThenBy(c => c.Id).Take(Looked).Select(c => new { c.Id, c.Reopened, c.DivisionCode }).ToListAsync(ct);
        foreach (var next in waiting)
        {
            if (!await db.TakeCallAsync(next.Id, next.Reopened, next.DivisionCode, caller, now, until, ct)) continue;   // somebody was faster
            db.Audit(access, "cases.reveal", $"case/{next.Id}", now, next.DivisionCode, new { Reason = "call-back" });
            await db.SaveChangesAsync(ct);
            await work.CommitAsync(ct);
            return await HeldAsync(ct) is { } taken ? taken : CaseErrors.NobodyToCall;
        }
        return CaseErrors.NobodyToCall;
    }

    /// <summary>The call that the caller has taken and not let go.</summary>
    public async Task<HeldCall?> HeldAsync(CancellationToken ct)
    {
        if (access.Actor.Id is not { } caller) return null;
        var held = await (from call in db.CallBacks.AsNoTracking().Within(access)
                          where call.CallerId == caller && call.HeldUntil > now
                          join found in db.Cases on call.CaseId equals found.Id
                          where (found.Status == CaseStatus.Closed || found.Status == CaseStatus.Handled) && found.Reopened == call.Round   // not taken up again meanwhile
                          join reporter in db.Reporters on found.Id equals reporter.CaseId
                          where reporter.Phone != null
                          orderby call.HeldUntil
                          select new { call, found.Number, found.Title, found.Text, found.CategoryCode, found.UnitId, found.HandledAt, found.ClosedAt, reporter.Name, reporter.Phone }).FirstOrDefaultAsync(ct);
        if (held is not { Phone: { } phone }) return null;
        var told = held.ClosedAt is null ? CaseAction.Handle : CaseAction.Close;
        var answer = await db.History.AsNoTracking().Where(h => h.CaseId == held.call.CaseId && h.Action == told).OrderByDescending(h => h.At).Select(h => h.Remark).FirstOrDefaultAsync(ct);
        return new(
            held.call.Id, held.call.CaseId, held.Number, held.Title, held.Text, held.CategoryCode, held.UnitId, answer, held.HandledAt, held.ClosedAt,
            held.Name is { } name ? cipher.Unprotect(name, Reporter.NamePurpose) : null, cipher.Unprotect(phone, Reporter.PhonePurpose), held.call.Attempts, held.call.HeldUntil!.Value, held.call.Version);
    }

    /// <summary>How many wait; counting stops at <paramref name="most"/>.</summary>
    public async Task<int> CountAsync(int most, CancellationToken ct) =>
        Math.Min(most, await ToVerify().Take(most).CountAsync(ct) + await ToRate().Take(most).CountAsync(ct));

    /// <summary>Closed cases that are not rated.</summary>
    internal IQueryable<Case> ToRate()
    {
        var since = now - TimeSpan.FromDays(options.Value.CallBack.WithinDays);
        return Waiting().Where(c => c.Status == CaseStatus.Closed && c.Satisfied == null && c.ClosedAt >= since);
    }

    /// <summary>Handled cases that the caller may verify.</summary>
    internal IQueryable<Case> ToVerify()
    {
        var (self, may) = (access.Actor.Id, access.May(CasesPolicies.Verify));
        return Waiting().Where(c => may && c.Status == CaseStatus.Handled && (c.HandlerId == null || c.HandlerId != self));
    }

    /// <summary>Cases whose reporter left a number and is to be called, by nobody yet.</summary>
    private IQueryable<Case> Waiting()
    {
        var (calls, reporters) = (db.CallBacks, db.Reporters);
        return db.Cases.AsNoTracking().Seen(db, access).Where(c => reporters.Any(r => r.CaseId == c.Id && r.Phone != null)
            && !calls.Any(call => call.CaseId == c.Id && call.Round == c.Reopened && (call.EndedAt != null || call.HeldUntil > now || call.NextAt > now)));
    }
}

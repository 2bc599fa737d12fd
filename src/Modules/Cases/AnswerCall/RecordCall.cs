using System.ComponentModel.DataAnnotations;
using Linli.Cases.Intake;
using Linli.Cases.MergeCase;
using Linli.Cases.ReceiveCase;
using Linli.Platform.Access;
using Linli.Platform.Audit;
using Linli.Platform.Data;
using Linli.Platform.Formats;
using Linli.Platform.Problems;
using Linli.Platform.Secrets;
using Linli.Platform.Web;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Linli.Cases.AnswerCall;

/// <summary>A call as the clerk wrote it down, and what came of it.</summary>
internal sealed record RecordCall : ICommand
{
    /// <summary>Key of the record; sent again, the same is answered.</summary>
    public Guid? Id { get; set; }

    [Required(ErrorMessage = "cases.outcome-missing"), EnumDataType(typeof(CallOutcome), ErrorMessage = "cases.outcome-missing")] public CallOutcome? Outcome { get; set; }

    /// <summary>When the caller began to speak; now when it is not given.</summary>
    public DateTimeOffset? StartedAt { get; set; }

    /// <summary>The number shown by the telephone, of a mobile phone or a line.</summary>
    [StringLength(20, ErrorMessage = "cases.bad-caller")] public string? Phone { get; set; }
    [StringLength(120, ErrorMessage = "cases.name-too-long")] public string? Name { get; set; }

    /// <summary>What the caller said; needed for a case and for an answer.</summary>
    [StringLength(5000, ErrorMessage = "cases.text-length")] public string? Text { get; set; }
    [StringLength(200, ErrorMessage = "cases.place-too-long")] public string? Place { get; set; }

    /// <summary>Degrees, WGS-84.</summary>
    [Range(-180, 180, ErrorMessage = "cases.bad-position")] public double? Longitude { get; set; }

    /// <summary>Degrees, WGS-84.</summary>
    [Range(-90, 90, ErrorMessage = "cases.bad-position")] public double? Latitude { get; set; }

    /// <summary>A leaf of the taxonomy.</summary>
    [StringLength(40, ErrorMessage = "cases.unknown-category")] public string? CategoryCode { get; set; }

    /// <summary>The line; 12345 when it is not given.</summary>
    [StringLength(40, ErrorMessage = "cases.unknown-channel")] public string? Channel { get; set; }

    /// <summary>Answers to the extra questions of the category, as in a report.</summary>
    public Dictionary<string, string[]>? Answers { get; set; }

    /// <summary>Number of the open case that the caller joins.</summary>
    [StringLength(40, ErrorMessage = "cases.number-missing")] public string? With { get; set; }

    /// <summary>What the caller was told; empty takes the ready answer to the matter. Or whom they were put through to.</summary>
    [StringLength(2000, ErrorMessage = "cases.remark-too-long")] public string? Said { get; set; }

    public ReceiveCase.ReceiveCase ToReport() => new()
    {
        Text = Text, Place = Place, Longitude = Longitude, Latitude = Latitude, CategoryCode = CategoryCode, Channel = Channel ?? Channels.Channel.Hotline, Answers = Answers,
        Name = Name, Phone = MobileNumber.Read(Phone),   // other numbers stay with the call: they get no messages
    };
}

/// <summary>A call that is on record.</summary>
/// <param name="Id">Key.</param>
/// <param name="Outcome">What came of it.</param>
/// <param name="Seconds">How long it took.</param>
/// <param name="CaseId">The case that was filed for the caller.</param>
/// <param name="Number">Its number; for a caller who joined, that of the case that leads.</param>
internal sealed record RecordedCall(Guid Id, CallOutcome Outcome, int Seconds, Guid? CaseId, string? Number);

/// <summary>Keeps a call, and in the same transaction the case that comes of it.</summary>
internal sealed class RecordCallHandler(AppDb db, IAccess access, Filing filing, MergeCaseHandler merging, FieldCipher cipher, IOptions<CasesOptions> options, TimeProvider clock)
{
    /// <summary>A page that was left open is no call.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromHours(2);

    public async Task<Result<RecordedCall>> HandleAsync(RecordCall command, CancellationToken ct)
    {
        if (CommandValidation.Check(command) is { } invalid) return invalid;
        if (await KnownAsync(command, ct) is { } there) return there;
        if (!string.IsNullOrWhiteSpace(command.Phone) && CallerNumber.Read(command.Phone) is null) return Problem.Invalid("phone", "cases.bad-caller");
        if (!(await LookAsync(command, ct)).Succeeded(out var look, out var refused)) return refused;
        try
        {
            await using var work = await db.BeginAsync(ct);
            if (!(await KeepAsync(command, look, ct)).Succeeded(out var recorded, out refused))
            {
                db.Forget();
                return refused;
            }
            await db.SaveChangesAsync(ct);
            await work.CommitAsync(ct);
            return recorded;
        }
        catch (DbUpdateException) when (command.Id is not null && db.Database.CurrentTransaction is null)
        {
            db.Forget();
            if (await KnownAsync(command, ct) is { } winner) return winner;   // pressed twice
            throw;
        }
    }

    /// <summary>All that thinks and refuses, before anybody is kept waiting.</summary>
    private async Task<Result<Look>> LookAsync(RecordCall command, CancellationToken ct)
    {
        switch (command.Outcome)
        {
            case CallOutcome.Filed or CallOutcome.Joined:
                var report = command.ToReport();
                if (CommandValidation.Check(report) is { } invalid) return invalid;
                var place = command.Outcome is CallOutcome.Joined ? await PlaceToJoinAsync(command.With, ct) : null;
                if (command.Outcome is CallOutcome.Joined && place is null) return CaseErrors.NoSuchCase;
                if (!(await filing.LookAsync(report, ct)).Succeeded(out var draft, out var problem)) return problem;
                return new Look(place is null || draft.Verdict.Place.Known ? draft : draft with { Verdict = draft.Verdict with { Place = place } }, null);
            case CallOutcome.Answered when string.IsNullOrWhiteSpace(command.Text):
                return Problem.Invalid("text", "cases.text-missing");
            case CallOutcome.Answered:
                var said = string.IsNullOrWhiteSpace(command.Said)
                    ? (await filing.LookAsync(command.ToReport() with { Phone = null, Answers = null }, ct)).Succeeded(out var ready, out _) ? ready.Answer : null
                    : command.Said.Trim();
                return said is null ? Problem.Invalid("said", "cases.said-missing") : new Look(null, said);
            case CallOutcome.Transferred when string.IsNullOrWhiteSpace(command.Said):
                return Problem.Invalid("said", "cases.transfer-missing");
            default:
                return new Look(null, string.IsNullOrWhiteSpace(command.Said) ? null : command.Said.Trim());
        }
    }

    /// <summary>Where the case is that a caller joins: they speak of the same place, unless they named one. Null where there is no such open case for the clerk to merge with.</summary>
    private async Task<Located?> PlaceToJoinAsync(string? number, CancellationToken ct)
    {
        if (!access.May(CasesPolicies.Merge) || string.IsNullOrWhiteSpace(number)) return null;
        var lead = await db.Cases.Seen(db, access).Where(c => c.Number == number.Trim() && c.ClosedAt == null).Select(c => new { c.Number, c.DivisionCode }).SingleOrDefaultAsync(ct);
        return lead is null ? null : new(lead.DivisionCode, "joined", 1, [lead.Number]);
    }

    private async Task<Result<RecordedCall>> KeepAsync(RecordCall command, Look look, CancellationToken ct)
    {
        var received = look.Draft is null ? null : await filing.FileAsync(look.Draft, Tokens.New(), ct);
        var number = received?.Number;
        if (command.Outcome is CallOutcome.Joined)
        {
            await db.SaveChangesAsync(ct);
            var version = await db.Cases.Where(c => c.Id == received!.Id).Select(c => c.Version).SingleAsync(ct);
            if (!(await merging.HandleAsync(received!.Id, new() { Version = version, With = command.With }, ct, otherLeads: true)).Succeeded(out _, out var refused)) return refused;
            number = command.With!.Trim();
        }
        var now = clock.GetUtcNow();
        var started = command.StartedAt is { } at && at < now && now - at < Longest ? at : now;
        var phone = CallerNumber.Read(command.Phone);
        var call = new Call
        {
            Id = command.Id ?? Guid.CreateVersion7(now),
            ClerkId = access.Actor.Id,
            ClerkName = access.Actor.Name,
            DivisionCode = received?.DivisionCode ?? (access.Division is { Length: > 0 } own ? own : options.Value.HomeDivision),
            StartedAt = started,
            Seconds = (int)(now - started).TotalSeconds,
            Outcome = command.Outcome!.Value,
            Phone = phone is null ? null : cipher.Protect(phone, Call.PhonePurpose),
            PhoneFingerprint = phone is null ? null : cipher.Fingerprint(phone, Call.PhonePurpose),
            MaskedPhone = phone is null ? null : Masking.Phone(phone),
            Words = received is null && !string.IsNullOrWhiteSpace(command.Text) ? command.Text.Trim() : null,
            Said = look.Said,
            CaseId = received?.Id,
        };
        db.Append(call);
        db.Audit(access, "cases.record-call", call.Subject, now, call.DivisionCode, new { call.Outcome, call.Seconds, number });
        return new RecordedCall(call.Id, call.Outcome, call.Seconds, call.CaseId, number);
    }

    /// <summary>What is on record under the key. To anybody but its clerk a key that is taken says nothing more.</summary>
    private async Task<Result<RecordedCall>?> KnownAsync(RecordCall command, CancellationToken ct)
    {
        if (command.Id is not { } id || await db.Calls.AsNoTracking().SingleOrDefaultAsync(c => c.Id == id, ct) is not { } call) return null;
        if (call.ClerkId != access.Actor.Id) return CaseErrors.CallOnRecord;
        return new RecordedCall(id, call.Outcome, call.Seconds, call.CaseId, command.With ?? await db.Cases.Where(c => c.Id == call.CaseId).Select(c => c.Number).SingleOrDefaultAsync(ct));
    }

    private sealed record Look(Draft? Draft, string? Said);
}

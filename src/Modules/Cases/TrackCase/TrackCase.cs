using System.ComponentModel.DataAnnotations;
using System.Security.Cryptography;
using Linli.Cases.FollowUp;
using Linli.Platform.Data;
using Linli.Platform.Formats;
using Linli.Platform.Problems;
using Linli.Platform.Secrets;
using Linli.Platform.Web;
using Microsoft.EntityFrameworkCore;

namespace Linli.Cases.TrackCase;

/// <summary>查进展: case number and the phone number or mail address it was reported with, for those who lost the link.</summary>
internal sealed record TrackCase : ICommand
{
    [Required(ErrorMessage = "cases.number-missing"), StringLength(30, ErrorMessage = "cases.number-missing")] public string? Number { get; set; }
    [Required(ErrorMessage = "cases.bad-phone-or-email"), StringLength(EmailAddress.MaxLength, ErrorMessage = "cases.bad-phone-or-email")] public string? Phone { get; set; }
}

internal sealed class TrackCaseHandler(AppDb db, FollowUpKeys keys, FieldCipher cipher)
{
    /// <summary>No such number and somebody else's case look the same.</summary>
    private static readonly Problem NoMatch = Problem.Invalid("number", "cases.no-match");

    /// <returns>The address of the follow-up page, good for two hours.</returns>
    public async Task<Result<string>> HandleAsync(TrackCase command, CancellationToken ct)
    {
        if (CommandValidation.Check(command) is { } invalid) return invalid;
        var (phone, email) = (MobileNumber.Read(command.Phone), EmailAddress.Read(command.Phone));
        if (phone is null && email is null) return Problem.Invalid("phone", "cases.bad-phone-or-email");
        var number = command.Number!.Trim().ToUpperInvariant();
        var known = await (from c in db.Cases where c.Number == number join r in db.Reporters on c.Id equals r.CaseId select new { c.Id, r.PhoneFingerprint, r.EmailFingerprint }).SingleOrDefaultAsync(ct);
        var (left, said) = phone is not null
            ? (known?.PhoneFingerprint, cipher.Fingerprint(phone, Reporter.PhonePurpose))
            : (known?.EmailFingerprint, cipher.Fingerprint(email!, Reporter.EmailPurpose));
        if (left is null || !CryptographicOperations.FixedTimeEquals(left, said)) return NoMatch;
        return keys.PassTo(known!.Id);
    }
}

using System.ComponentModel.DataAnnotations;
using Linli.Platform.Access;
using Linli.Platform.Audit;
using Linli.Platform.Data;
using Linli.Platform.Problems;
using Linli.Platform.Secrets;
using Linli.Platform.Web;
using Microsoft.EntityFrameworkCore;

namespace Linli.Cases.RevealReporter;

/// <summary>查看诉求人: personal data is shown to somebody who says why; that they did is kept in the audit log.</summary>
internal sealed record RevealReporter : ICommand
{
    [Required(ErrorMessage = "cases.reason-missing"), StringLength(200, MinimumLength = 2, ErrorMessage = "cases.reason-length")] public string? Reason { get; set; }
}

/// <summary>Who reported it.</summary>
/// <param name="Name">Name, as far as given.</param>
/// <param name="Phone">Mobile number, as far as given.</param>
/// <param name="Email">Mail address, as far as given.</param>
internal sealed record RevealedPerson(string? Name, string? Phone, string? Email);

internal sealed class RevealReporterHandler(AppDb db, IAccess access, FieldCipher cipher, TimeProvider clock)
{
    public async Task<Result<RevealedPerson>> HandleAsync(Guid id, RevealReporter command, CancellationToken ct)
    {
        if (!access.May(CasesPolicies.Reveal)) return Problem.Forbidden;
        var found = await db.Cases.AsNoTracking().Seen(db, access).Where(c => c.Id == id).Select(c => new { c.DivisionCode, c.HandlerId, Reported = c.WholeId ?? c.Id }).SingleOrDefaultAsync(ct);
        if (found is null || await db.Reporters.AsNoTracking().SingleOrDefaultAsync(r => r.CaseId == found.Reported, ct) is not { } reporter) return Problem.NotFound;
        if (!MayReveal(access, found.HandlerId)) return CaseErrors.NotYourCase;
        db.Audit(access, "cases.reveal", $"case/{id}", clock.GetUtcNow(), found.DivisionCode, new { command.Reason });
        await db.SaveChangesAsync(ct);   // no trace, no data
        return new RevealedPerson(
            reporter.Name is { } name ? cipher.Unprotect(name, Reporter.NamePurpose) : null,
            reporter.Phone is { } phone ? cipher.Unprotect(phone, Reporter.PhonePurpose) : null,
            reporter.Email is { } email ? cipher.Unprotect(email, Reporter.EmailPurpose) : null);
    }

    /// <summary>Whoever sees only their unit's work needs only the reporters of the cases they took.</summary>
    public static bool MayReveal(IAccess access, Guid? handler) =>
        access.May(CasesPolicies.Reveal) && (!access.OwnUnitOnly || (handler is not null && handler == access.Actor.Id));
}

using System.ComponentModel.DataAnnotations;
using Linli.Platform.Access;
using Linli.Platform.Audit;
using Linli.Platform.Data;
using Linli.Platform.Problems;
using Linli.Platform.Secrets;
using Linli.Platform.Web;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Linli.Party;

/// <summary>The phone of a secretary or a member is shown to who says why; that they did is kept in the audit log.</summary>
internal sealed record RevealPhone : ICommand
{
    [Required(ErrorMessage = "party.reason-missing"), StringLength(200, MinimumLength = 2, ErrorMessage = "party.reason-missing")] public string? Reason { get; set; }
}

internal sealed class RevealPhoneHandler(AppDb db, IAccess access, FieldCipher cipher, TimeProvider clock)
{
    public async Task<Result<string>> OfSecretary(Guid id, RevealPhone command, CancellationToken ct) =>
        await db.Organisations.AsNoTracking().Within(access).SingleOrDefaultAsync(o => o.Id == id, ct) is { Phone: { } phone } organisation
            ? await RevealAsync(phone, Organisation.PhonePurpose, "party.reveal-secretary", organisation.Subject, organisation.DivisionCode, command, ct)
            : Problem.NotFound;

    public async Task<Result<string>> OfMember(Guid id, RevealPhone command, CancellationToken ct) =>
        await db.Members.AsNoTracking().Within(access).SingleOrDefaultAsync(m => m.Id == id, ct) is { Phone: { } phone } member
            ? await RevealAsync(phone, Member.PhonePurpose, "party.reveal-member", member.Subject, member.DivisionCode, command, ct)
            : Problem.NotFound;

    private async Task<Result<string>> RevealAsync(byte[] phone, string purpose, string act, string subject, string division, RevealPhone command, CancellationToken ct)
    {
        if (!access.May(PartyPolicies.Manage)) return Problem.Forbidden;
        db.Audit(access, act, subject, clock.GetUtcNow(), division, new { command.Reason });
        await db.SaveChangesAsync(ct);   // no trace, no data
        return cipher.Unprotect(phone, purpose);
    }
}

internal static class RevealPhoneEndpoint
{
    /// <summary>The phone of an organisation's secretary, for a reason that is logged.</summary>
    public static async Task<Results<Ok<string>, ProblemResult>> OfSecretary(Guid id, RevealPhone command, RevealPhoneHandler handler, CancellationToken ct) => (await handler.OfSecretary(id, command, ct)).ToHttp();

    /// <summary>The phone of a member, for a reason that is logged.</summary>
    public static async Task<Results<Ok<string>, ProblemResult>> OfMember(Guid id, RevealPhone command, RevealPhoneHandler handler, CancellationToken ct) => (await handler.OfMember(id, command, ct)).ToHttp();
}

using System.ComponentModel.DataAnnotations;
using Linli.Platform.Access;
using Linli.Platform.Audit;
using Linli.Platform.Data;
using Linli.Platform.Problems;
using Linli.Platform.Secrets;
using Linli.Platform.Web;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Linli.Grids;

/// <summary>A phone of somebody in a team is shown to who says why; that they did is kept in the audit log.</summary>
internal sealed record RevealMember : ICommand
{
    [Required(ErrorMessage = "grids.reason-missing"), StringLength(200, MinimumLength = 2, ErrorMessage = "grids.reason-missing")] public string? Reason { get; set; }
}

internal sealed class RevealMemberHandler(AppDb db, IAccess access, FieldCipher cipher, TimeProvider clock)
{
    public async Task<Result<string>> Handle(Guid id, RevealMember command, CancellationToken ct)
    {
        if (await db.TeamMembers.AsNoTracking().Within(access).SingleOrDefaultAsync(m => m.Id == id, ct) is not { Phone: { } phone } member) return Problem.NotFound;
        db.Audit(access, "grids.reveal-member", "grid/" + member.DivisionCode, clock.GetUtcNow(), member.DivisionCode, new { member = id, command.Reason });
        await db.SaveChangesAsync(ct);   // no trace, no data
        return cipher.Unprotect(phone, TeamMember.PhonePurpose);
    }
}

internal static class RevealMemberEndpoint
{
    /// <summary>The phone of somebody in a team, for a reason that is logged.</summary>
    public static async Task<Results<Ok<string>, ProblemResult>> Post(Guid id, RevealMember command, RevealMemberHandler handler, CancellationToken ct) =>
        (await handler.Handle(id, command, ct)).ToHttp();
}

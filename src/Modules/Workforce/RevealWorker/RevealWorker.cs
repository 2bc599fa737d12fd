using System.ComponentModel.DataAnnotations;
using Linli.Platform.Access;
using Linli.Platform.Audit;
using Linli.Platform.Data;
using Linli.Platform.Problems;
using Linli.Platform.Secrets;
using Linli.Platform.Web;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Linli.Workforce;

/// <summary>The phone of a worker is shown to who says why; that they did is kept in the audit log.</summary>
internal sealed record RevealWorker : ICommand
{
    [Required(ErrorMessage = "workforce.reason-missing"), StringLength(200, MinimumLength = 2, ErrorMessage = "workforce.reason-missing")] public string? Reason { get; set; }
}

internal sealed class RevealWorkerHandler(AppDb db, IAccess access, FieldCipher cipher, TimeProvider clock)
{
    public async Task<Result<string>> Handle(Guid id, RevealWorker command, CancellationToken ct)
    {
        if (!access.May(WorkforcePolicies.Manage)) return Problem.Forbidden;
        if (await db.Workers.AsNoTracking().Within(access).SingleOrDefaultAsync(w => w.Id == id, ct) is not { Phone: { } phone } worker) return Problem.NotFound;
        db.Audit(access, "workforce.reveal-worker", worker.Subject, clock.GetUtcNow(), worker.DivisionCode, new { command.Reason });
        await db.SaveChangesAsync(ct);   // no trace, no data
        return cipher.Unprotect(phone, Worker.PhonePurpose);
    }
}

internal static class RevealWorkerEndpoint
{
    /// <summary>The phone of a worker, for a reason that is logged.</summary>
    public static async Task<Results<Ok<string>, ProblemResult>> Post(Guid id, RevealWorker command, RevealWorkerHandler handler, CancellationToken ct) =>
        (await handler.Handle(id, command, ct)).ToHttp();
}

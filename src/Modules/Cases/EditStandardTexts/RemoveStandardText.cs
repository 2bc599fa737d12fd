using Linli.Platform.Access;
using Linli.Platform.Audit;
using Linli.Platform.Data;
using Linli.Platform.Problems;
using Linli.Platform.Web;
using Microsoft.EntityFrameworkCore;

namespace Linli.Cases.EditStandardTexts;

/// <summary>Takes a standard text away; its words stay in the audit log.</summary>
internal sealed record RemoveStandardText : ICommand
{
    /// <summary>The version that the caller saw.</summary>
    public int Version { get; set; }
}

internal sealed class RemoveStandardTextHandler(AppDb db, IAccess access, TimeProvider clock)
{
    public async Task<Result<Done>> HandleAsync(Guid id, RemoveStandardText command, CancellationToken ct)
    {
        if (await db.StandardTexts.SingleOrDefaultAsync(t => t.Id == id, ct) is not { } text) return Problem.NotFound;
        if (text.Version != command.Version) return Problem.Stale;
        db.Remove(text);
        db.Audit(access, "cases.remove-standard-text", text.Subject, clock.GetUtcNow(), details: new { text.Action, text.CategoryCode, text.Title, from = text.Text });
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateConcurrencyException)
        {
            return Problem.Stale;
        }
        return new Done();
    }
}

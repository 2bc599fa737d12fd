using System.ComponentModel.DataAnnotations;
using Linli.Cases.Appeals;
using Linli.Cases.History;
using Linli.Platform.Access;
using Linli.Platform.Data;
using Linli.Platform.Problems;
using Linli.Platform.Web;
using Microsoft.EntityFrameworkCore;

namespace Linli.Cases.DecideAppeal;

/// <summary>The case is left out of the unit's score, or it is not and the unit is told why.</summary>
internal sealed record DecideAppeal : ICommand
{
    [Range(1, int.MaxValue, ErrorMessage = "cases.version-missing")] public int Version { get; set; }
    [Required(ErrorMessage = "cases.look-missing")] public bool? Granted { get; set; }

    /// <summary>Needed when it is refused.</summary>
    [StringLength(2000, ErrorMessage = "cases.remark-too-long")] public string? Answer { get; set; }
}

/// <summary>An appeal that waits.</summary>
/// <param name="Id">Key.</param>
/// <param name="CaseId">The case.</param>
/// <param name="Number">Its number.</param>
/// <param name="Title">Its heading.</param>
/// <param name="UnitId">The unit.</param>
/// <param name="Reason">Why it should not count.</param>
/// <param name="AskerName">Who asks.</param>
/// <param name="AskedAt">When.</param>
/// <param name="Version">Version to send with the decision.</param>
internal sealed record WaitingAppeal(Guid Id, Guid CaseId, string Number, string Title, Guid UnitId, string Reason, string AskerName, DateTimeOffset AskedAt, int Version);

/// <summary>Decides appeals: by somebody who may supervise, and never by who asked or by their unit.</summary>
internal sealed class DecideAppealHandler(AppDb db, IAccess access, TimeProvider clock)
{
    private const int Most = 200;

    /// <summary>What waits, the longest first.</summary>
    public Task<List<WaitingAppeal>> ListAsync(CancellationToken ct) =>
        (from appeal in db.Appeals.AsNoTracking().Within(access)
         where appeal.DecidedAt == null
         join found in db.Cases.Seen(db, access) on appeal.CaseId equals found.Id
         where found.Status == CaseStatus.Closed && found.Reopened == appeal.Round   // what was taken up again counts anew
         orderby appeal.AskedAt
         select new WaitingAppeal(appeal.Id, found.Id, found.Number, found.Title, appeal.UnitId, appeal.Reason, appeal.AskerName, appeal.AskedAt, appeal.Version)).Take(Most).ToListAsync(ct);

    public async Task<Result<Done>> HandleAsync(Guid id, DecideAppeal command, CancellationToken ct)
    {
        if (CommandValidation.Check(command) is { } invalid) return invalid;
        if (command.Granted is false && string.IsNullOrWhiteSpace(command.Answer)) return Problem.Invalid("answer", "cases.remark-missing");
        if (await db.Appeals.Within(access).SingleOrDefaultAsync(a => a.Id == id, ct) is not { DecidedAt: null } appeal) return Problem.NotFound;
        if (await db.Cases.Seen(db, access).SingleOrDefaultAsync(c => c.Id == appeal.CaseId, ct) is not { } found) return Problem.NotFound;
        if (found.Status is not CaseStatus.Closed || found.Reopened != appeal.Round) return CaseErrors.NotNow;
        if (appeal.Version != command.Version) return Problem.Stale;
        if (appeal.AskerId == access.Actor.Id || appeal.UnitId == access.Unit) return CaseErrors.OwnAppeal;
        var now = clock.GetUtcNow();
        var answer = string.IsNullOrWhiteSpace(command.Answer) ? null : command.Answer.Trim();
        appeal.Decide(command.Granted!.Value, answer, access.Actor.Name, now);
        if (command.Granted.Value) found.Excuse(appeal.UnitId);
        found.Touch();
        db.Remember(found, command.Granted.Value ? CaseAction.GrantAppeal : CaseAction.RefuseAppeal, access, now, answer);
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

using System.ComponentModel.DataAnnotations;
using Linli.Cases.Appeals;
using Linli.Platform.Access;
using Linli.Platform.Data;
using Linli.Platform.Problems;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Linli.Cases.AppealScore;

/// <summary>申诉: within some days of the close, the unit says why the case must not count against it.</summary>
internal sealed record AppealScore : CaseCommand
{
    [Required(ErrorMessage = "cases.remark-missing"), StringLength(2000, ErrorMessage = "cases.remark-too-long")] public override string? Remark { get; set; }
}

internal sealed class AppealScoreHandler(CaseWork work, AppDb db, IAccess access, IOptions<CasesOptions> options)
{
    public async Task<Result<CaseState>> HandleAsync(Guid id, AppealScore command, CancellationToken ct)
    {
        var (unit, cases) = (access.Unit, db.Cases);
        if (await db.Appeals.AnyAsync(a => a.CaseId == id && a.UnitId == unit && cases.Any(c => c.Id == id && c.Reopened == a.Round), ct)) return CaseErrors.AppealedAlready;
        try
        {
            return await AskAsync(id, command, ct);
        }
        catch (DbUpdateException error) when (error is not DbUpdateConcurrencyException)
        {
            return CaseErrors.AppealedAlready;   // twice at one moment
        }
    }

    private Task<Result<CaseState>> AskAsync(Guid id, AppealScore command, CancellationToken ct) => work.DoAsync(
            id, command.Version, CaseAction.Appeal, remark: command.Remark,
            change: found => found.ClosedAt + TimeSpan.FromDays(options.Value.AppealWithinDays) < work.Now ? CaseErrors.AppealTooLate : null,
            then: (found, _) =>
            {
                db.Add(new Appeal
                {
                    Id = Guid.CreateVersion7(work.Now), CaseId = id, Round = found.Reopened, DivisionCode = found.DivisionCode, UnitId = found.UnitId!.Value, Reason = command.Remark!,
                    AskedAt = work.Now, AskerId = access.Actor.Id, AskerName = access.Actor.Name,
                });
                return Task.CompletedTask;
            },
            ct: ct);
}

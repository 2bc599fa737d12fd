using System.ComponentModel.DataAnnotations;
using Linli.Platform.Access;
using Linli.Platform.Problems;
using Linli.Platform.Time;

namespace Linli.Cases.SuperviseCase;

/// <summary>督办: somebody takes a case under their eyes, says why and by when it must be settled, and follows it to its end.</summary>
internal sealed record SuperviseCase : CaseCommand
{
    /// <summary>The last day on which it may be settled.</summary>
    [Required(ErrorMessage = "cases.settle-by-missing")] public DateOnly? SettleBy { get; set; }

    [Required(ErrorMessage = "cases.remark-missing"), StringLength(2000, ErrorMessage = "cases.remark-too-long")] public override string? Remark { get; set; }
}

internal sealed class SuperviseCaseHandler(CaseWork work, IAccess access, SiteTime site)
{
    public async Task<Result<CaseState>> HandleAsync(Guid id, SuperviseCase command, CancellationToken ct)
    {
        if (command.SettleBy!.Value < site.Date(work.Now)) return Problem.Invalid("settleBy", "cases.day-passed");
        return await work.DoAsync(
            id, command.Version, CaseAction.Supervise, remark: command.Remark,
            change: found =>
            {
                found.Supervise(access.Actor.Id, command.SettleBy.Value);
                return null;
            },
            facts: found => new { SettleBy = found.SupervisedUntil?.ToString("O") },
            ct: ct);
    }
}

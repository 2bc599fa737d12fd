using System.ComponentModel.DataAnnotations;
using Linli.Cases.Intake;
using Linli.Contracts.Grids;
using Linli.Platform.Data;
using Linli.Platform.Problems;
using Microsoft.EntityFrameworkCore;

namespace Linli.Cases.DispatchCase;

/// <summary>分拨: a unit is given the case; the clock of handling starts.</summary>
internal sealed record DispatchCase : CaseCommand
{
    [Required(ErrorMessage = "cases.unit-missing")] public Guid? UnitId { get; set; }
}

internal sealed class DispatchCaseHandler(CaseWork work, AppDb db, IUnits units)
{
    public async Task<Result<CaseState>> HandleAsync(Guid id, DispatchCase command, CancellationToken ct)
    {
        if (units.Find(command.UnitId!.Value) is not { } unit) return CaseErrors.UnknownUnit;
        var decision = await db.Decisions.Where(d => d.CaseId == id && d.Kind == DecisionKind.Unit).OrderBy(d => d.At).LastOrDefaultAsync(ct);
        var former = await db.Assignments.Where(a => a.CaseId == id && a.Role == AssignmentRole.Lead && a.EndedAt == null).ToListAsync(ct);
        return await work.DoAsync(
            id, command.Version, CaseAction.Dispatch,
            change: found =>
            {
                found.Lead(unit.Id);
                return null;
            },
            remark: command.Remark,
            facts: found => new { Unit = found.UnitId is { } now ? units.Find(now)?.Name : null },
            then: (found, _) =>
            {
                foreach (var assignment in former) assignment.End(AssignmentOutcome.Redispatched, work.Now);
                db.Add(Assignment.Lead(found, work.Now));
                decision?.Correct(unit.Id.ToString(), work.Now);
                return Task.CompletedTask;
            },
            ct: ct);
    }
}

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

    /// <summary>Units that assist from the start.</summary>
    [MaxLength(10, ErrorMessage = "cases.too-many-units")] public IReadOnlyList<Guid> AssistUnitIds { get; set => field = value ?? []; } = [];
}

internal sealed class DispatchCaseHandler(CaseWork work, AppDb db, IUnits units)
{
    public async Task<Result<CaseState>> HandleAsync(Guid id, DispatchCase command, CancellationToken ct)
    {
        if (units.Find(command.UnitId!.Value) is not { } unit) return CaseErrors.UnknownUnit;
        var decision = await db.Decisions.Where(d => d.CaseId == id && d.Kind == DecisionKind.Unit).OrderBy(d => d.At).LastOrDefaultAsync(ct);
        var assisting = command.AssistUnitIds.Distinct().Where(u => u != unit.Id).Select(units.Find).ToList();
        if (assisting.Contains(null)) return CaseErrors.UnknownUnit;
        return await work.DoAsync(
            id, command.Version, CaseAction.Dispatch,
            change: found =>
            {
                found.GiveTo(unit);
                return null;
            },
            remark: command.Remark,
            facts: found => new { Unit = found.UnitId is { } now ? units.Find(now)?.Name : null },
            then: (found, _) =>
            {
                // The unit that leads now has no part beside that; others keep theirs.
                foreach (var part in found.OpenParts.Where(p => p.Role is AssignmentRole.Lead || p.UnitId == unit.Id)) part.End(AssignmentOutcome.Redispatched, work.Now);
                db.Add(Assignment.Lead(found, work.Now));
                db.AddRange(assisting.Where(u => found.PartOf(u!.Id) is null).Select(u => Assignment.Of(found, u!.Id, AssignmentRole.Assist, work.Now)));
                decision?.Correct(unit.Id.ToString(), work.Now);
                return Task.CompletedTask;
            },
            ct: ct);
    }
}

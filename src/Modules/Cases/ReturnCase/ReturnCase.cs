using System.ComponentModel.DataAnnotations;
using Linli.Contracts.Grids;
using Linli.Platform.Problems;

namespace Linli.Cases.ReturnCase;

/// <summary>退回: the unit says why the case is not its business, and whose it thinks it is. Until another unit takes it on, it answers for it.</summary>
internal sealed record ReturnCase : CaseCommand
{
    public Guid? UnitId { get; set; }

    [Required(ErrorMessage = "cases.remark-missing"), StringLength(2000, ErrorMessage = "cases.remark-too-long")] public override string? Remark { get; set; }
}

internal sealed class ReturnCaseHandler(CaseWork work, IUnits units)
{
    public async Task<Result<CaseState>> HandleAsync(Guid id, ReturnCase command, CancellationToken ct)
    {
        var proposed = command.UnitId is { } key ? units.Find(key) : null;
        if (command.UnitId is not null && proposed is null) return CaseErrors.UnknownUnit;
        return await work.DoAsync(
            id, command.Version, CaseAction.Return, remark: command.Remark,
            change: found => proposed?.Id == found.UnitId ? CaseErrors.OwnUnitProposed : null,
            facts: _ => new { Proposed = proposed?.Name },
            then: (found, _) =>
            {
                foreach (var lead in found.OpenParts.Where(p => p.Role is AssignmentRole.Lead)) lead.Return(proposed?.Id, work.Now);
                return Task.CompletedTask;
            },
            ct: ct);
    }
}

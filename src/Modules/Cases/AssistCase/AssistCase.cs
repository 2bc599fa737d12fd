using System.ComponentModel.DataAnnotations;
using Linli.Contracts.Grids;
using Linli.Platform.Data;
using Linli.Platform.Problems;

namespace Linli.Cases.AssistCase;

/// <summary>协办: further units are given a part in a case beside the one that leads; it is handled when they are done too.</summary>
internal sealed record AssistCase : CaseCommand
{
    [MinLength(1, ErrorMessage = "cases.unit-missing"), MaxLength(10, ErrorMessage = "cases.too-many-units")] public IReadOnlyList<Guid> UnitIds { get; set => field = value ?? []; } = [];

    /// <summary>What they are to do.</summary>
    [Required(ErrorMessage = "cases.remark-missing"), StringLength(2000, ErrorMessage = "cases.remark-too-long")] public override string? Remark { get; set; }
}

internal sealed class AssistCaseHandler(CaseWork work, AppDb db, IUnits units)
{
    public async Task<Result<CaseState>> HandleAsync(Guid id, AssistCase command, CancellationToken ct)
    {
        var asked = command.UnitIds.Distinct().Select(units.Find).ToList();
        if (asked.Contains(null)) return CaseErrors.UnknownUnit;
        return await work.DoAsync(
            id, command.Version, CaseAction.Assist, remark: command.Remark,
            change: found => asked.Any(unit => unit!.Id == found.UnitId || found.PartOf(unit.Id) is not null) ? CaseErrors.HasPartAlready : null,
            facts: _ => new { Units = asked.Select(u => u!.Name) },
            then: (found, _) =>
            {
                db.AddRange(asked.Select(unit => Assignment.Of(found, unit!.Id, AssignmentRole.Assist, work.Now)));
                return Task.CompletedTask;
            },
            ct: ct);
    }
}

using System.ComponentModel.DataAnnotations;
using Linli.Cases.Consultations;
using Linli.Contracts.Grids;
using Linli.Platform.Access;
using Linli.Platform.Data;
using Linli.Platform.Problems;

namespace Linli.Cases.OpenConsultation;

/// <summary>发起会商: units are asked for their views of a hard case and see it for the time being.</summary>
internal sealed record OpenConsultation : CaseCommand
{
    [MinLength(1, ErrorMessage = "cases.unit-missing"), MaxLength(30, ErrorMessage = "cases.too-many-units")] public IReadOnlyList<Guid> UnitIds { get; set => field = value ?? []; } = [];

    /// <summary>What is asked.</summary>
    [Required(ErrorMessage = "cases.remark-missing"), StringLength(2000, ErrorMessage = "cases.remark-too-long")] public override string? Remark { get; set; }
}

internal sealed class OpenConsultationHandler(CaseWork work, AppDb db, IUnits units, IAccess access)
{
    public async Task<Result<CaseState>> HandleAsync(Guid id, OpenConsultation command, CancellationToken ct)
    {
        var asked = command.UnitIds.Distinct().Select(units.Find).ToList();
        if (asked.Contains(null)) return CaseErrors.UnknownUnit;
        return await work.DoAsync(
            id, command.Version, CaseAction.Consult, remark: command.Remark,
            facts: _ => new { Units = asked.Select(u => u!.Name) },
            then: (found, _) =>
            {
                db.Add(new Consultation { Id = Guid.CreateVersion7(work.Now), CaseId = id, Topic = command.Remark!, OpenedAt = work.Now, OpenedBy = access.Actor.Name, UnitId = access.Unit });
                db.AddRange(asked.Select(unit => Assignment.Of(found, unit!.Id, AssignmentRole.Consult, work.Now)));
                return Task.CompletedTask;
            },
            ct: ct);
    }
}

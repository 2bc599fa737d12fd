using System.ComponentModel.DataAnnotations;
using Linli.Cases.Consultations;
using Linli.Platform.Data;
using Linli.Platform.Problems;
using Microsoft.EntityFrameworkCore;

namespace Linli.Cases.EndConsultation;

/// <summary>结束会商: with what came of it; the units asked do not see the case any more.</summary>
internal sealed record EndConsultation : CaseCommand
{
    [Required(ErrorMessage = "cases.remark-missing"), StringLength(2000, ErrorMessage = "cases.remark-too-long")] public override string? Remark { get; set; }
}

internal sealed class EndConsultationHandler(CaseWork work, AppDb db, ConsultationTable table)
{
    public async Task<Result<CaseState>> HandleAsync(Guid id, EndConsultation command, CancellationToken ct)
    {
        var open = await db.Consultations.SingleOrDefaultAsync(c => c.CaseId == id && c.ConcludedAt == null, ct);
        return await work.DoAsync(
            id, command.Version, CaseAction.EndConsultation, remark: command.Remark,
            change: _ => open is not null && table.Leads(open) ? null : Problem.Forbidden,
            then: (found, _) =>
            {
                open!.Conclude(command.Remark!, work.Now);
                foreach (var part in found.OpenParts.Where(p => p.Role is AssignmentRole.Consult)) part.End(AssignmentOutcome.Conferred, work.Now);
                return Task.CompletedTask;
            },
            ct: ct);
    }
}

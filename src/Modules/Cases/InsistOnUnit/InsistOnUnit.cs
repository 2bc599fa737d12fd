using System.ComponentModel.DataAnnotations;
using Linli.Platform.Data;
using Linli.Platform.Problems;

namespace Linli.Cases.InsistOnUnit;

/// <summary>驳回退回: the case stays with the unit that returned it; its clock has gone on all the while.</summary>
internal sealed record InsistOnUnit : CaseCommand
{
    [Required(ErrorMessage = "cases.remark-missing"), StringLength(2000, ErrorMessage = "cases.remark-too-long")] public override string? Remark { get; set; }
}

internal sealed class InsistOnUnitHandler(CaseWork work, AppDb db)
{
    public Task<Result<CaseState>> HandleAsync(Guid id, InsistOnUnit command, CancellationToken ct) => work.DoAsync(
        id, command.Version, CaseAction.Insist, remark: command.Remark,
        then: (found, _) =>
        {
            db.Add(Assignment.Lead(found, work.Now));
            return Task.CompletedTask;
        },
        ct: ct);
}

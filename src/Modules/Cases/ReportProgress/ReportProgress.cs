using System.ComponentModel.DataAnnotations;
using Linli.Platform.Problems;

namespace Linli.Cases.ReportProgress;

/// <summary>阶段反馈: what was done so far.</summary>
internal sealed record ReportProgress : CaseCommand
{
    [Required(ErrorMessage = "cases.remark-missing"), StringLength(2000, ErrorMessage = "cases.remark-too-long")] public override string? Remark { get; set; }
}

internal sealed class ReportProgressHandler(CaseWork work)
{
    public Task<Result<CaseState>> HandleAsync(Guid id, ReportProgress command, CancellationToken ct) =>
        work.DoAsync(id, command.Version, CaseAction.Progress, remark: command.Remark, ct: ct);
}

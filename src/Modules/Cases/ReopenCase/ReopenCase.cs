using System.ComponentModel.DataAnnotations;
using Linli.Platform.Problems;

namespace Linli.Cases.ReopenCase;

/// <summary>重新办理: a closed or declined case is taken up again.</summary>
internal sealed record ReopenCase : CaseCommand
{
    [Required(ErrorMessage = "cases.remark-missing"), StringLength(2000, ErrorMessage = "cases.remark-too-long")] public override string? Remark { get; set; }
}

internal sealed class ReopenCaseHandler(CaseWork work)
{
    public Task<Result<CaseState>> HandleAsync(Guid id, ReopenCase command, CancellationToken ct) =>
        work.DoAsync(id, command.Version, CaseAction.Reopen, remark: command.Remark, ct: ct);
}

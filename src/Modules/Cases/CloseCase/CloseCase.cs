using System.ComponentModel.DataAnnotations;
using Linli.Platform.Problems;

namespace Linli.Cases.CloseCase;

/// <summary>结案: with the final answer to the reporter.</summary>
internal sealed record CloseCase : CaseCommand
{
    [Required(ErrorMessage = "cases.remark-missing"), StringLength(2000, ErrorMessage = "cases.remark-too-long")] public override string? Remark { get; set; }
}

internal sealed class CloseCaseHandler(CaseWork work)
{
    public Task<Result<CaseState>> HandleAsync(Guid id, CloseCase command, CancellationToken ct) =>
        work.DoAsync(id, command.Version, CaseAction.Close, remark: command.Remark, forReporter: true, ct: ct);
}

using System.ComponentModel.DataAnnotations;
using Linli.Platform.Problems;

namespace Linli.Cases.DeclineCase;

/// <summary>不予受理: the reporter is told why.</summary>
internal sealed record DeclineCase : CaseCommand
{
    [Required(ErrorMessage = "cases.remark-missing"), StringLength(2000, ErrorMessage = "cases.remark-too-long")] public override string? Remark { get; set; }
}

internal sealed class DeclineCaseHandler(CaseWork work)
{
    public Task<Result<CaseState>> HandleAsync(Guid id, DeclineCase command, CancellationToken ct) =>
        work.DoAsync(id, command.Version, CaseAction.Decline, remark: command.Remark, forReporter: true, ct: ct);
}

using System.ComponentModel.DataAnnotations;
using Linli.Platform.Problems;

namespace Linli.Cases.ReplyToReporter;

/// <summary>答复: the reporter is told something.</summary>
internal sealed record ReplyToReporter : CaseCommand
{
    [Required(ErrorMessage = "cases.remark-missing"), StringLength(2000, ErrorMessage = "cases.remark-too-long")] public override string? Remark { get; set; }
}

internal sealed class ReplyToReporterHandler(CaseWork work)
{
    public Task<Result<CaseState>> HandleAsync(Guid id, ReplyToReporter command, CancellationToken ct) =>
        work.DoAsync(id, command.Version, CaseAction.Reply, remark: command.Remark, forReporter: true, ct: ct);
}

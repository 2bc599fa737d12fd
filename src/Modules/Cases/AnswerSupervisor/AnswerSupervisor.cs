using System.ComponentModel.DataAnnotations;
using Linli.Platform.Problems;

namespace Linli.Cases.AnswerSupervisor;

/// <summary>督办反馈: the unit tells the supervisor how it stands.</summary>
internal sealed record AnswerSupervisor : CaseCommand
{
    [Required(ErrorMessage = "cases.remark-missing"), StringLength(2000, ErrorMessage = "cases.remark-too-long")] public override string? Remark { get; set; }
}

internal sealed class AnswerSupervisorHandler(CaseWork work)
{
    public Task<Result<CaseState>> HandleAsync(Guid id, AnswerSupervisor command, CancellationToken ct) =>
        work.DoAsync(id, command.Version, CaseAction.AnswerSupervisor, remark: command.Remark, ct: ct);
}

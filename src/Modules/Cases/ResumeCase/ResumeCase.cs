using Linli.Platform.Problems;

namespace Linli.Cases.ResumeCase;

/// <summary>恢复办理: what was waited for has come, and the clock runs again before its day.</summary>
internal sealed record ResumeCase : CaseCommand;

internal sealed class ResumeCaseHandler(CaseWork work)
{
    public Task<Result<CaseState>> HandleAsync(Guid id, ResumeCase command, CancellationToken ct) =>
        work.DoAsync(id, command.Version, CaseAction.Resume, remark: command.Remark, ct: ct);
}

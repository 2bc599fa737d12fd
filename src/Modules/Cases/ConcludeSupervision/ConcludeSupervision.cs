using Linli.Platform.Problems;

namespace Linli.Cases.ConcludeSupervision;

/// <summary>督办办结 or 解除督办: the supervisor is content, or lifts the supervision and says why. Whoever may supervise may also stand in for the supervisor.</summary>
internal sealed record ConcludeSupervision : CaseCommand
{
    /// <summary>False lifts it although the matter is not settled.</summary>
    public bool Settled { get; set; }
}

internal sealed class ConcludeSupervisionHandler(CaseWork work)
{
    public async Task<Result<CaseState>> HandleAsync(Guid id, ConcludeSupervision command, CancellationToken ct) =>
        !command.Settled && string.IsNullOrWhiteSpace(command.Remark) ? Problem.Invalid("remark", "cases.remark-missing")
        : await work.DoAsync(id, command.Version, command.Settled ? CaseAction.Conclude : CaseAction.Lift, remark: command.Remark, ct: ct);
}

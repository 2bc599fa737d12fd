using Linli.Platform.Problems;

namespace Linli.Cases.AcceptCase;

/// <summary>受理: the case is taken in.</summary>
internal sealed record AcceptCase : CaseCommand;

internal sealed class AcceptCaseHandler(CaseWork work)
{
    public Task<Result<CaseState>> HandleAsync(Guid id, AcceptCase command, CancellationToken ct) =>
        work.DoAsync(id, command.Version, CaseAction.Accept, remark: command.Remark, ct: ct);
}

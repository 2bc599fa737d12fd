using Linli.Platform.Problems;

namespace Linli.Cases.TakeCase;

/// <summary>签收: somebody of the unit takes it on.</summary>
internal sealed record TakeCase : CaseCommand;

internal sealed class TakeCaseHandler(CaseWork work)
{
    public Task<Result<CaseState>> HandleAsync(Guid id, TakeCase command, CancellationToken ct) =>
        work.DoAsync(id, command.Version, CaseAction.Take, remark: command.Remark, ct: ct);
}

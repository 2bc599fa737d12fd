using Linli.Platform.Problems;

namespace Linli.Cases.AnswerUnit;

/// <summary>审批: the unit gets the suspension or the time it asked for, or it does not and is told why.</summary>
internal sealed record AnswerUnit : CaseCommand
{
    public bool Granted { get; set; }
}

internal sealed class AnswerUnitHandler(CaseWork work)
{
    public async Task<Result<CaseState>> HandleAsync(Guid id, AnswerUnit command, CancellationToken ct)
    {
        if (!command.Granted && string.IsNullOrWhiteSpace(command.Remark)) return Problem.Invalid("remark", "cases.remark-missing");
        return await work.DoAsync(
            id, command.Version, command.Granted ? CaseAction.Grant : CaseAction.Refuse, remark: command.Remark,
            change: found =>
            {
                if (command.Granted) found.Grant(work.Now);
                else found.Refuse();
                return null;
            },
            facts: found => found.Asked, ct: ct);
    }
}

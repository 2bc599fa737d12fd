using Linli.Platform.Problems;

namespace Linli.Cases.AcknowledgeAlarm;

/// <summary>接警: somebody on duty answers for a case of the first level; the alarm is silent for all, and who it was stands in its history.</summary>
internal sealed record AcknowledgeAlarm : CaseCommand;

internal sealed class AcknowledgeAlarmHandler(CaseWork work)
{
    public Task<Result<CaseState>> HandleAsync(Guid id, AcknowledgeAlarm command, CancellationToken ct) =>
        work.DoAsync(id, command.Version, CaseAction.Acknowledge, remark: command.Remark, ct: ct);
}

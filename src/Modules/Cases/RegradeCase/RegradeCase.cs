using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Linli.Cases.History;
using Linli.Cases.Intake;
using Linli.Cases.Questions;
using Linli.Platform.Access;
using Linli.Platform.Data;
using Linli.Platform.Problems;

namespace Linli.Cases.RegradeCase;

/// <summary>调整等级: a clerk says how grave it is, and why. Until it is dispatched, unit and limits are looked up again, for the list may tell levels apart; the first level rings.</summary>
internal sealed record RegradeCase : CaseCommand
{
    /// <summary>1 (gravest) to 5.</summary>
    [Required(ErrorMessage = "cases.bad-level"), Range(1, 5, ErrorMessage = "cases.bad-level")] public int? Level { get; set; }

    [Required(ErrorMessage = "cases.reason-missing"), StringLength(2000, ErrorMessage = "cases.remark-too-long")] public override string? Remark { get; set; }
}

internal sealed class RegradeCaseHandler(CaseWork work, AppDb db, Routing routing)
{
    public async Task<Result<CaseState>> HandleAsync(Guid id, RegradeCase command, CancellationToken ct)
    {
        var (rings, rules, answered) = (false, await routing.RulesAsync(ct), await db.AnsweredAsync(id, ct));
        return await work.DoAsync(
            id, command.Version, CaseAction.Regrade,
            change: found =>
            {
                if (found.Level == command.Level) return Problem.Invalid("level", "cases.same-level");
                rings = found.Regrade(command.Level!.Value, work.Now);
                routing.Reroute(found, answered, rules, work.Now);
                return null;
            },
            remark: command.Remark, facts: found => new { Level = found.Level.ToString(CultureInfo.InvariantCulture), Unit = routing.UnitName(found) },
            then: (found, _) =>
            {
                if (rings) db.Remember(found, CaseAction.Alarm, Alerts.EscalateAlarms.Access, work.Now);
                return Task.CompletedTask;
            },
            ct: ct);
    }
}

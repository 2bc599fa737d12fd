using System.ComponentModel.DataAnnotations;
using Linli.Cases.Coordination;
using Linli.Contracts.Grids;
using Linli.Platform.Access;
using Linli.Platform.Data;
using Linli.Platform.Problems;
using Linli.Worktime;
using Microsoft.EntityFrameworkCore;

namespace Linli.Cases.RuleOnCase;

/// <summary>裁定: the meeting's minutes, whose case it is, by when, and whether the responsibility list is to say so from now on.</summary>
internal sealed record RuleOnCase : CaseCommand
{
    [Required(ErrorMessage = "cases.unit-missing")] public Guid? UnitId { get; set; }

    /// <summary>A limit of handling other than was promised, such as <c>3wd</c>.</summary>
    [RegularExpression(EditTaxonomy.SetResponsibility.LimitForm, ErrorMessage = "cases.limit-form")] public string? Limit { get; set; }

    /// <summary>The division, around the case, in which the list is to say the same; none: the list stays as it is.</summary>
    public string? ListDivision { get; set; }

    /// <summary>The minutes.</summary>
    [Required(ErrorMessage = "cases.minutes-missing"), StringLength(4000, ErrorMessage = "cases.remark-too-long")] public override string? Remark { get; set; }
}

internal sealed class RuleOnCaseHandler(CaseWork work, AppDb db, IUnits units, IAccess access)
{
    public async Task<Result<CaseState>> HandleAsync(Guid id, RuleOnCase command, CancellationToken ct)
    {
        if (units.Find(command.UnitId!.Value) is not { } unit) return CaseErrors.UnknownUnit;
        var listDivision = string.IsNullOrEmpty(command.ListDivision) ? null : command.ListDivision;
        var meeting = await db.Meetings.Where(m => m.CaseId == id && m.RuledAt == null).OrderBy(m => m.CalledAt).LastOrDefaultAsync(ct);
        return await work.DoAsync(
            id, command.Version, CaseAction.Rule, remark: command.Remark,
            change: found =>
            {
                if (listDivision is not null && !found.DivisionCode.StartsWith(listDivision, StringComparison.Ordinal)) return CaseErrors.UnknownDivision;
                found.GiveTo(unit);
                if (command.Limit is { Length: > 0 } limit) found.Promise = found.Promise with { Handle = Limit.Parse(limit) };
                return null;
            },
            facts: found => new { Unit = found.UnitId is { } now ? units.Find(now)?.Name : null, Limit = found.Promise.Handle.ToString() },
            then: (found, _) =>
            {
                meeting?.Rule(unit.Id, command.Remark!, listDivision, access.Actor.Name, work.Now);
                foreach (var part in found.OpenParts.Where(p => p.Role is AssignmentRole.Confer)) part.End(AssignmentOutcome.Conferred, work.Now);
                db.Add(Assignment.Lead(found, work.Now));
                return Task.CompletedTask;
            },
            ct: ct);
    }
}

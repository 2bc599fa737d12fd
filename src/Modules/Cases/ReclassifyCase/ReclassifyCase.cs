using System.ComponentModel.DataAnnotations;
using Linli.Cases.Intake;
using Linli.Cases.Questions;
using Linli.Platform.Data;
using Linli.Platform.Problems;
using Microsoft.EntityFrameworkCore;

namespace Linli.Cases.ReclassifyCase;

/// <summary>改类: a person names the right category; unit and limits are looked up again.</summary>
internal sealed record ReclassifyCase : CaseCommand
{
    [Required(ErrorMessage = "cases.category-missing")] public string? CategoryCode { get; set; }
}

internal sealed class ReclassifyCaseHandler(CaseWork work, AppDb db, Routing routing)
{
    public async Task<Result<CaseState>> HandleAsync(Guid id, ReclassifyCase command, CancellationToken ct)
    {
        var rules = await routing.RulesAsync(ct);
        if (rules.Taxonomy.FindLeaf(command.CategoryCode) is not { } leaf) return CaseErrors.UnknownCategory;
        var decision = await db.Decisions.Where(d => d.CaseId == id && d.Kind == DecisionKind.Category).SingleOrDefaultAsync(ct);
        var answered = await db.AnsweredAsync(id, ct);
        return await work.DoAsync(
            id, command.Version, CaseAction.Reclassify,
            change: found =>
            {
                found.CategoryCode = leaf.Code;
                routing.Reroute(found, answered, rules, work.Now);
                decision?.Correct(leaf.Code, work.Now);
                return null;
            },
            remark: command.Remark, facts: found => new { Category = found.CategoryCode, Unit = routing.UnitName(found) }, ct: ct);
    }
}

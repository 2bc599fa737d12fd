using System.ComponentModel.DataAnnotations;
using Linli.Cases.Consultations;
using Linli.Contracts.Grids;
using Linli.Platform.Access;
using Linli.Platform.Data;
using Linli.Platform.Problems;
using Linli.Platform.Time;
using Linli.Platform.Web;

namespace Linli.Cases.DecideOnCase;

/// <summary>会商决定: what is to be done, by which unit, by when; written down by who leads the consultation.</summary>
internal sealed record DecideOnCase : ICommand
{
    [Required(ErrorMessage = "cases.remark-missing"), StringLength(1000, ErrorMessage = "cases.remark-too-long")] public string? Text { get; set; }
    [Required(ErrorMessage = "cases.unit-missing")] public Guid? UnitId { get; set; }

    /// <summary>The last day for it, today or later.</summary>
    [Required(ErrorMessage = "cases.day-missing")] public DateOnly? DueOn { get; set; }
}

internal sealed class DecideOnCaseHandler(AppDb db, ConsultationTable table, IUnits units, IAccess access, SiteTime site, TimeProvider clock)
{
    /// <returns>The key of the decision.</returns>
    public async Task<Result<Guid>> HandleAsync(Guid caseId, DecideOnCase command, CancellationToken ct)
    {
        if (await table.OpenAsync(caseId, ct) is not var (found, open)) return Problem.NotFound;
        if (!table.Leads(open)) return Problem.Forbidden;
        if (units.Find(command.UnitId!.Value) is not { } unit) return CaseErrors.UnknownUnit;
        var now = clock.GetUtcNow();
        if (command.DueOn < site.Date(now)) return Problem.Invalid("dueOn", "cases.day-past");
        var decision = new ConsultationDecision
        {
            Id = Guid.CreateVersion7(now), ConsultationId = open.Id, Text = command.Text!.Trim(), UnitId = unit.Id, DueOn = command.DueOn!.Value, DecidedAt = now, DecidedBy = access.Actor.Name,
        };
        db.Add(decision);
        await table.SaveAsync(found, "decide", now, ct);
        return decision.Id;
    }
}

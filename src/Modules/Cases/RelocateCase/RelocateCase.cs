using System.ComponentModel.DataAnnotations;
using Linli.Cases.Intake;
using Linli.Cases.Questions;
using Linli.Contracts.Grids;
using Linli.Platform.Access;
using Linli.Platform.Data;
using Linli.Platform.Problems;
using Microsoft.EntityFrameworkCore;

namespace Linli.Cases.RelocateCase;

/// <summary>改址: a person names the right place, by position or by division; unit and limits are looked up again.</summary>
internal sealed record RelocateCase : CaseCommand
{
    [StringLength(15, ErrorMessage = "cases.unknown-division")] public string? DivisionCode { get; set; }
    [Range(-180, 180, ErrorMessage = "cases.bad-position")] public double? Longitude { get; set; }
    [Range(-90, 90, ErrorMessage = "cases.bad-position")] public double? Latitude { get; set; }
    [StringLength(200, ErrorMessage = "cases.place-too-long")] public string? Place { get; set; }
}

internal sealed class RelocateCaseHandler(CaseWork work, AppDb db, IDivisions divisions, IAccess access, Routing routing)
{
    public async Task<Result<CaseState>> HandleAsync(Guid id, RelocateCase command, CancellationToken ct)
    {
        var position = command is { Longitude: { } lon, Latitude: { } lat } ? divisions.Locate(lon, lat) : null;
        if ((position ?? (command.DivisionCode is { Length: > 0 } code ? divisions.Find(code) : null)) is not { EndedAt: null } division) return CaseErrors.UnknownDivision;
        if (!access.Sees(division.Code)) return CaseErrors.UnknownDivision;   // a case is not pushed out of one's own sight
        var rules = await routing.RulesAsync(ct);
        var decision = await db.Decisions.Where(d => d.CaseId == id && d.Kind == DecisionKind.Place).SingleOrDefaultAsync(ct);
        var answered = await db.AnsweredAsync(id, ct);
        return await work.DoAsync(
            id, command.Version, CaseAction.Relocate,
            change: found =>
            {
                found.MoveTo(division.Code);
                (found.Longitude, found.Latitude) = position is null ? (found.Longitude, found.Latitude) : (command.Longitude, command.Latitude);
                found.Place = string.IsNullOrWhiteSpace(command.Place) ? found.Place : command.Place.Trim();
                routing.Reroute(found, answered, rules, work.Now);
                decision?.Correct(division.Code, work.Now);
                return null;
            },
            remark: command.Remark, facts: found => new { Division = found.DivisionCode, found.Place, Unit = routing.UnitName(found) }, ct: ct);
    }
}

using System.ComponentModel.DataAnnotations;
using Linli.Contracts.Grids;
using Linli.Platform.Access;
using Linli.Platform.Problems;

namespace Linli.Cases.PassCase;

/// <summary>上报、下派: a desk that cannot or need not settle what to do passes the case up or down the division tree. The clock goes on.</summary>
internal sealed record PassCase : CaseCommand
{
    /// <summary>Code of the district, street, community or grid around the place of the case whose desk is to have it.</summary>
    [Required(ErrorMessage = "cases.unknown-desk")] public string? Desk { get; set; }

    [Required(ErrorMessage = "cases.remark-missing"), StringLength(2000, ErrorMessage = "cases.remark-too-long")] public override string? Remark { get; set; }
}

internal sealed class PassCaseHandler(CaseWork work, IDivisions divisions, IAccess access)
{
    /// <summary>The desks that a case can be passed to, from the district down: those around its place, without the one it lies on.</summary>
    public IReadOnlyList<Division> DesksFor(Case found)
    {
        var path = new List<Division>();
        for (var code = found.DivisionCode; divisions.Find(code) is { } at; code = at.ParentCode ?? "") path.Insert(0, at);
        return path.FindAll(d => d.Level >= DivisionLevel.District && d.Code != (found.Desk ?? access.Division));
    }

    public Task<Result<CaseState>> HandleAsync(Guid id, PassCase command, CancellationToken ct) => work.DoAsync(
        id, command.Version, CaseAction.Pass, remark: command.Remark,
        change: found =>
        {
            if (DesksFor(found).All(d => d.Code != command.Desk)) return CaseErrors.UnknownDesk;
            found.PassTo(command.Desk!);
            return null;
        },
        facts: found => new { Desk = found.Desk is { } desk ? divisions.Find(desk)?.Name : null }, ct: ct);
}

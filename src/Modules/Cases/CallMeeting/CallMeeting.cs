using System.ComponentModel.DataAnnotations;
using Linli.Cases.Coordination;
using Linli.Contracts.Grids;
using Linli.Platform.Access;
using Linli.Platform.Data;
using Linli.Platform.Problems;
using Linli.Platform.Time;

namespace Linli.Cases.CallMeeting;

/// <summary>召开协调会: units are called together about a case that none of them wants; they see it until somebody has ruled.</summary>
internal sealed record CallMeeting : CaseCommand
{
    [MinLength(1, ErrorMessage = "cases.unit-missing"), MaxLength(30, ErrorMessage = "cases.too-many-units")] public IReadOnlyList<Guid> UnitIds { get; set => field = value ?? []; } = [];

    /// <summary>When they meet, by the clock of the site.</summary>
    public DateTime? MeetsAt { get; set; }

    /// <summary>What is to be decided.</summary>
    [Required(ErrorMessage = "cases.agenda-missing"), StringLength(2000, ErrorMessage = "cases.remark-too-long")] public override string? Remark { get; set; }
}

internal sealed class CallMeetingHandler(CaseWork work, AppDb db, IUnits units, IAccess access, SiteTime site)
{
    public async Task<Result<CaseState>> HandleAsync(Guid id, CallMeeting command, CancellationToken ct)
    {
        var called = command.UnitIds.Distinct().Select(units.Find).ToList();
        if (called.Contains(null)) return CaseErrors.UnknownUnit;
        return await work.DoAsync(
            id, command.Version, CaseAction.Coordinate, remark: command.Remark,
            facts: _ => new { Units = called.Select(u => u!.Name) },
            then: (found, _) =>
            {
                db.Add(new Meeting
                {
                    Id = Guid.CreateVersion7(work.Now), CaseId = id, CalledAt = work.Now, CalledBy = access.Actor.Name, Agenda = command.Remark!,
                    MeetsAt = command.MeetsAt is { } at ? site.At(at) : null,
                });
                db.AddRange(called.Select(unit => Assignment.Of(found, unit!.Id, AssignmentRole.Confer, work.Now)));
                return Task.CompletedTask;
            },
            ct: ct);
    }
}

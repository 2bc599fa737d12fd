using System.ComponentModel.DataAnnotations;
using Linli.Contracts.Grids;
using Linli.Contracts.Identity;
using Linli.Platform.Access;
using Linli.Platform.Data;
using Linli.Platform.Problems;
using Linli.Platform.Secrets;
using Linli.Platform.Time;
using Linli.Platform.Web;
using Microsoft.EntityFrameworkCore;

namespace Linli.Grids;

/// <summary>Somebody joins the team of a grid.</summary>
internal sealed record JoinTeam : ICommand, IValidatableObject
{
    [Required(ErrorMessage = "grids.role-missing")]
    public TeamRole? Role { get; set; }

    /// <summary>The account of a worker or stand-in.</summary>
    public Guid? AccountId { get; set; }

    /// <summary>The name of anybody else.</summary>
    [StringLength(50, ErrorMessage = "grids.name-too-long")]
    public string? Name { get; set; }

    [RegularExpression(@"^\+?[0-9][0-9 \-]{2,28}$", ErrorMessage = "grids.phone-wrong")]
    public string? Phone { get; set; }

    /// <summary>Such as <c>1-5 09:00-12:00 13:30-17:30</c>.</summary>
    [StringLength(200, ErrorMessage = "grids.hours-wrong")]
    public string? Hours { get; set; }

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Role?.HasAccount is true && AccountId is null) yield return new("grids.account-missing", [nameof(AccountId)]);
        if (Role?.HasAccount is false && string.IsNullOrWhiteSpace(Name)) yield return new("grids.person-missing", [nameof(Name)]);
        if (Hours is { Length: > 0 } hours && OfficeHoursText.Fault(hours) is not null) yield return new("grids.hours-wrong", [nameof(Hours)]);
    }
}

/// <summary>Somebody leaves a team, in the version that the caller saw.</summary>
internal sealed record LeaveTeam(int Version) : ICommand;

/// <summary>Keeps the teams of grids.</summary>
internal sealed class EditTeamHandler(AppDb db, IAccess access, TeamChange change, IDivisions divisions, IStaff staff, FieldCipher cipher, SiteTime site, TimeProvider clock)
{
    private const int StreetLength = 9;

    /// <summary>Accounts that can serve grids of the same street.</summary>
    public Task<IReadOnlyList<Colleague>> Candidates(string code, CancellationToken ct) =>
        staff.WithinAsync(code[..Math.Min(code.Length, StreetLength)], GridsPolicies.Serve, ct);

    public async Task<Result<Guid>> Join(string grid, JoinTeam command, CancellationToken ct)
    {
        if (!access.Sees(grid) || divisions.Find(grid) is not { Level: DivisionLevel.Grid, EndedAt: null }) return Problem.NotFound;
        var (now, role) = (clock.GetUtcNow(), command.Role!.Value);
        var account = role.HasAccount ? command.AccountId : null;
        if (account is { } id && await FaultAsync(grid, role, id, ct) is { } fault) return Problem.Invalid("accountId", fault);
        var member = new TeamMember
        {
            Id = Guid.CreateVersion7(now), DivisionCode = grid, Role = role, AccountId = account, Name = account is null ? command.Name!.Trim() : null,
            Phone = command.Phone is { Length: > 0 } phone ? cipher.Protect(phone.Trim(), TeamMember.PhonePurpose) : null,
            Hours = command.Hours is { Length: > 0 } hours ? hours.Trim() : null, Since = site.Date(now),
        };
        db.Add(member);
        return await change.SaveAsync("grids.join-team", "grid/" + grid, grid, new { member = member.Id, role, account }, ct) is { } problem ? problem : member.Id;
    }

    public async Task<Result<Done>> Leave(string grid, Guid id, LeaveTeam command, CancellationToken ct)
    {
        var today = site.Date(clock.GetUtcNow());
        if (await db.TeamMembers.Within(access).On(today).SingleOrDefaultAsync(m => m.Id == id && m.DivisionCode == grid, ct) is not { } member) return Problem.NotFound;
        if (member.Version != command.Version) return Problem.Stale;
        member.Leave(today);
        return await change.SaveAsync("grids.leave-team", "grid/" + grid, grid, new { member = id, member.Role }, ct) is { } problem ? problem : new Done();
    }

    /// <summary>Why an account cannot fill the role; a text key.</summary>
    private async Task<string?> FaultAsync(string grid, TeamRole role, Guid account, CancellationToken ct)
    {
        var today = site.Date(clock.GetUtcNow());
        if (!(await Candidates(grid, ct)).Any(one => one.Id == account)) return "grids.account-unknown";
        if (await db.TeamMembers.On(today).AnyAsync(m => m.DivisionCode == grid && m.AccountId == account, ct)) return "grids.member-already";
        if (role is not TeamRole.StandIn) return null;
        var zones = db.ZoneGrids.Where(g => g.Until == null);
        var beside = zones.Where(g => zones.Any(own => own.DivisionCode == grid && own.ZoneId == g.ZoneId)).Select(g => g.DivisionCode);
        return await db.TeamMembers.On(today).AnyAsync(m => m.AccountId == account && m.Role == TeamRole.Worker && beside.Contains(m.DivisionCode), ct) ? null : "grids.not-of-zone";
    }
}

using System.ComponentModel.DataAnnotations;
using Linli.Identity.Roles;
using Linli.Identity.Sessions;
using Linli.Platform;
using Linli.Platform.Access;
using Linli.Platform.Audit;
using Linli.Platform.Data;
using Linli.Platform.Problems;
using Linli.Platform.Web;
using Microsoft.EntityFrameworkCore;

namespace Linli.Identity.SaveRole;

internal sealed record SaveRole : ICommand
{
    /// <summary>Lower-case letters and hyphens; cannot be changed later.</summary>
    [Required(ErrorMessage = "identity.role-code-shape"), RegularExpression("^[a-z][a-z0-9-]{1,39}$", ErrorMessage = "identity.role-code-shape")]
    public string? Code { get; set; }

    /// <summary>Shown name; empty keeps the name that a base role has in each language.</summary>
    [StringLength(40, ErrorMessage = "identity.too-long")] public string? Name { get; set; }
    public string[] Permissions { get; set; } = [];
    public bool OwnUnitOnly { get; set; }

    /// <summary>The version that the caller saw.</summary>
    public int Version { get; set; }

    public static SaveRole From(Role role) => new()
    {
        Code = role.Code,
        Name = role.Name,
        Permissions = [.. role.Allows],
        OwnUnitOnly = role.OwnUnitOnly,
        Version = role.Version,
    };
}

/// <summary>
/// Adds and changes roles. They hold for the whole installation, so a role is changed only by somebody who sees everyone that holds it, and
/// not by those who hold it themselves.
/// </summary>
internal sealed class SaveRoleHandler(AppDb db, IAccess access, IReadOnlyList<Module> modules, VisitorCache cache, TimeProvider clock)
{
    public static readonly Problem OutOfReach = new("identity.role-out-of-reach", 403);

    /// <summary>Adds a role, or changes one when <paramref name="code"/> names it.</summary>
    public async Task<Result<Role>> Handle(string? code, SaveRole command, CancellationToken ct)
    {
        if (!modules.SelectMany(m => m.Permissions).Select(p => p.Name).ToHashSet().IsSupersetOf(command.Permissions)) return Problem.Invalid(nameof(command.Permissions), "platform.invalid-value");
        if (BaseRoles.Find(code ?? command.Code!) is null && string.IsNullOrWhiteSpace(command.Name)) return Problem.Invalid(nameof(command.Name), "identity.role-name-missing");

        var role = await db.Roles.FirstOrDefaultAsync(r => r.Code == (code ?? command.Code), ct);
        if (code is not null && role is null) return Problem.NotFound;
        if (code is null && role is not null) return Problem.Invalid(nameof(command.Code), "identity.role-code-taken");
        if (role is null) db.Roles.Add(role = new Role { Code = command.Code! });
        else if (role.Version != command.Version) return Problem.Stale;
        else if (!await MayChangeAsync(role, ct)) return OutOfReach;

        var before = role.Allows;
        role.Name = string.IsNullOrWhiteSpace(command.Name) ? null : command.Name.Trim();
        if (!role.Allows.ToHashSet().SetEquals(command.Permissions)) role.Permissions = command.Permissions;   // a base role left as it is goes on following the program
        role.OwnUnitOnly = command.OwnUnitOnly;
        role.Version++;
        db.Audit(access, "identity.save-role", role.Subject, clock.GetUtcNow(), details: new { role.Name, before, after = role.Allows, role.OwnUnitOnly });
        await db.SaveChangesAsync(ct);
        cache.Clear();
        return role;
    }

    private async Task<bool> MayChangeAsync(Role role, CancellationToken ct)
    {
        var holders = await db.Accounts.Where(a => a.Roles.Contains(role.Code)).Select(a => new { a.Id, a.DivisionCode }).ToListAsync(ct);
        return holders.TrueForAll(h => h.Id != access.Actor.Id && access.Sees(h.DivisionCode));
    }
}

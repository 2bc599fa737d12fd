using Microsoft.Extensions.Localization;

namespace Linli.Identity.Roles;

/// <summary>A set of permissions with a name.</summary>
internal sealed class Role
{
    /// <summary>Key: lower-case letters and hyphens.</summary>
    public required string Code { get; init; }

    /// <summary>Shown name; null shows the text <c>role.CODE</c> of a base role.</summary>
    public string? Name { get; set; }

    /// <summary>What it allows; null is what the program gives the base role of this code, upgrades included.</summary>
    public string[]? Permissions { get; set; }

    /// <summary>Whoever holds only such roles sees only what their own unit has to do.</summary>
    public bool OwnUnitOnly { get; set; }
    public int Version { get; set; }

    public string Subject => $"role/{Code}";

    public string Label(IStringLocalizer text) => Name ?? text[$"role.{Code}"];

    public IReadOnlyList<string> Allows => Permissions ?? BaseRoles.Find(Code)?.Permissions ?? [];
}

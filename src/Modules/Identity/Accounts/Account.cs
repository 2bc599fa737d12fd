using Linli.Platform.Access;

namespace Linli.Identity.Accounts;

/// <summary>A staff account: who somebody is, where they work, and which roles they hold.</summary>
internal sealed class Account : IInDivision
{
    public required Guid Id { get; init; }

    /// <summary>Sign-in name, lower case, unique.</summary>
    public required string UserName { get; init; }
    public required string DisplayName { get; set; }
    public Guid? UnitId { get; set; }

    /// <summary>Scope: everything whose division code begins with this.</summary>
    public required string DivisionCode { get; set; }

    /// <summary>Codes of the roles held.</summary>
    public required string[] Roles { get; set; }
    public bool Active { get; set; } = true;
    public required string PasswordHash { get; set; }
    public bool MustChangePassword { get; set; }

    /// <summary>Secret of the second factor, encrypted; null without one.</summary>
    public byte[]? TotpSecret { get; set; }

    /// <summary>The last time step a code was accepted for: no code works twice.</summary>
    public long TotpStep { get; set; }

    /// <summary>Sign-ins begun since the last that succeeded.</summary>
    public int Failures { get; set; }
    public DateTimeOffset? LockedUntil { get; set; }
    public required DateTimeOffset CreatedAt { get; init; }
    public DateTimeOffset? LastSignInAt { get; set; }
    public int Version { get; set; }

    /// <summary>How the account is named in the audit log.</summary>
    public string Subject => $"account/{Id}";

    public bool IsLocked(DateTimeOffset now) => LockedUntil > now;
}

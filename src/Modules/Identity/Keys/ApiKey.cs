using Linli.Platform.Access;

namespace Linli.Identity.Keys;

/// <summary>Lets another system in. The key itself was shown once; only its hash is kept.</summary>
internal sealed class ApiKey : IInDivision
{
    /// <summary>What every key begins with, so that a leaked one is recognised.</summary>
    public const string Mark = "llk_";

    /// <summary>How much of a key is shown afterwards.</summary>
    public const int ShownLength = 8;

    public required Guid Id { get; init; }
    public required string Name { get; init; }

    /// <summary>The first characters of the key, to tell keys apart.</summary>
    public required string Shown { get; init; }
    public required byte[] Hash { get; init; }
    public Guid? UnitId { get; init; }

    /// <summary>Scope: everything whose division code begins with this.</summary>
    public required string DivisionCode { get; init; }

    /// <summary>Names of permissions.</summary>
    public required string[] Scopes { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }
    public DateTimeOffset? ExpiresAt { get; init; }
    public DateTimeOffset? RevokedAt { get; set; }
    public DateTimeOffset? LastUsedAt { get; set; }

    public string Subject => $"api-key/{Id}";

    public bool IsGood(DateTimeOffset now) => RevokedAt is null && (ExpiresAt is null || ExpiresAt > now);
}

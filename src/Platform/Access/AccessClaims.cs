namespace Linli.Platform.Access;

/// <summary>Claim types of a Linli principal.</summary>
public static class AccessClaims
{
    /// <summary>Name of an <see cref="ActorKind"/>.</summary>
    public const string Kind = "linli:kind";

    /// <summary>Key of the account, API key or resident.</summary>
    public const string Id = "linli:id";

    /// <summary>Shown name.</summary>
    public const string Name = "linli:name";

    /// <summary>Division-code prefix.</summary>
    public const string Division = "linli:division";

    /// <summary>One claim per grid beside the own divisions that is served today.</summary>
    public const string OtherGrids = "linli:other-grid";

    /// <summary>Key of the unit.</summary>
    public const string Unit = "linli:unit";

    /// <summary><c>true</c> when only the own unit's work is seen.</summary>
    public const string OwnUnitOnly = "linli:own-unit-only";

    /// <summary>One claim per permission.</summary>
    public const string Permission = "linli:permission";

    /// <summary>Key of the session or API key the principal came from.</summary>
    public const string Session = "linli:session";
}

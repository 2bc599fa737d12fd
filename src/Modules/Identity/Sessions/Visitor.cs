using System.Security.Claims;
using Linli.Platform.Access;

namespace Linli.Identity.Sessions;

/// <summary>Who a session or an API key lets in.</summary>
internal sealed record Visitor(Guid Session, ActorKind Kind, Guid Id, string Name)
{
    /// <summary>What is still to be done before the visitor may do anything at all.</summary>
    public const string Awaits = "linli:awaits";

    public SessionState State { get; init; } = SessionState.Open;
    public string? Division { get; init; }
    public IReadOnlyList<string> OtherGrids { get; init; } = [];
    public Guid? Unit { get; init; }
    public bool OwnUnitOnly { get; init; }
    public IReadOnlyList<string> Permissions { get; init; } = [];

    /// <summary>The claims of <see cref="AccessClaims"/>; half a sign-in gives only its session.</summary>
    public ClaimsPrincipal ToPrincipal(string scheme) => new(new ClaimsIdentity(State is SessionState.Open ? Claims() : HalfClaims(), scheme));

    private Claim[] HalfClaims() => [new(AccessClaims.Session, Session.ToString()), new(Awaits, State.ToString())];

    private IEnumerable<Claim> Claims()
    {
        yield return new(AccessClaims.Session, Session.ToString());
        yield return new(AccessClaims.Kind, Kind.ToString());
        yield return new(AccessClaims.Id, Id.ToString());
        yield return new(AccessClaims.Name, Name);
        if (Division is not null) yield return new(AccessClaims.Division, Division);
        foreach (var grid in OtherGrids) yield return new(AccessClaims.OtherGrids, grid);
        if (Unit is { } unit) yield return new(AccessClaims.Unit, unit.ToString());
        if (OwnUnitOnly) yield return new(AccessClaims.OwnUnitOnly, "true");
        foreach (var permission in Permissions) yield return new(AccessClaims.Permission, permission);
    }
}

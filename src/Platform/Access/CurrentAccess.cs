using System.Security.Claims;
using Microsoft.AspNetCore.Http;

namespace Linli.Platform.Access;

/// <summary>The access of this scope: that of the request's principal, or what a job, verb or subscriber was given.</summary>
internal sealed class CurrentAccess(IHttpContextAccessor http) : IAccess
{
    private IAccess? given;

    private IAccess Inner => given ?? (http.HttpContext is { } context ? new PrincipalAccess(context.User) : Nobody.Instance);

    public Actor Actor => Inner.Actor;
    public string? Division => Inner.Division;
    public IReadOnlyCollection<string> OtherGrids => Inner.OtherGrids;
    public Guid? Unit => Inner.Unit;
    public bool OwnUnitOnly => Inner.OwnUnitOnly;
    public bool May(string permission) => Inner.May(permission);

    public void Become(IAccess access) => given = access;

    private sealed class Nobody : IAccess
    {
        public static readonly Nobody Instance = new();
        public Actor Actor { get; } = new(ActorKind.Anonymous, null, "anonymous");
        public string? Division => null;
        public Guid? Unit => null;
        public bool OwnUnitOnly => false;
        public bool May(string permission) => false;
    }
}

/// <summary>Access read from the claims that Identity puts on the principal.</summary>
internal sealed class PrincipalAccess(ClaimsPrincipal principal) : IAccess
{
    public Actor Actor => new(
        Enum.TryParse<ActorKind>(principal.FindFirstValue(AccessClaims.Kind), out var kind) ? kind : ActorKind.Anonymous,
        ReadGuid(AccessClaims.Id),
        principal.FindFirstValue(AccessClaims.Name) ?? "anonymous");

    public string? Division => principal.FindFirstValue(AccessClaims.Division);
    public IReadOnlyCollection<string> OtherGrids => [.. principal.FindAll(AccessClaims.OtherGrids).Select(claim => claim.Value)];
    public Guid? Unit => ReadGuid(AccessClaims.Unit);
    public bool OwnUnitOnly => principal.HasClaim(AccessClaims.OwnUnitOnly, "true");
    public bool May(string permission) => principal.HasClaim(AccessClaims.Permission, permission);

    private Guid? ReadGuid(string type) => Guid.TryParse(principal.FindFirstValue(type), out var id) ? id : null;
}

using Linli.Platform.Access;

namespace Linli.Cases.SeedDemo;

/// <summary>Somebody who did something once: whether they were allowed to is no question any more.</summary>
internal sealed class PastAccess(Actor actor, Guid? unit) : IAccess
{
    public Actor Actor => actor;
    public string? Division => "";
    public Guid? Unit => unit;
    public bool OwnUnitOnly => false;
    public bool May(string permission) => true;
}

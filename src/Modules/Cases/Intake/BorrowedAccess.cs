using Linli.Platform.Access;

namespace Linli.Cases.Intake;

/// <summary>The program filing reports in somebody's name: of a channel that showed its key, or of who confirmed an upload. It may nothing else.</summary>
internal sealed class BorrowedAccess(Actor actor, string division) : IAccess
{
    public Actor Actor => actor;

    public string? Division => division;

    public Guid? Unit => null;

    public bool OwnUnitOnly => false;

    public bool May(string permission) => false;
}

namespace Linli.Platform.Access;

/// <summary>The program acting in somebody's name: of a channel that showed its key, or of who confirmed a table. It may only what it is lent.</summary>
/// <param name="actor">In whose name.</param>
/// <param name="division">Prefix of the divisions it sees.</param>
/// <param name="permissions">What it may.</param>
public sealed class BorrowedAccess(Actor actor, string division, params IReadOnlyCollection<string> permissions) : IAccess
{
    /// <inheritdoc/>
    public Actor Actor => actor;

    /// <inheritdoc/>
    public string? Division => division;

    /// <inheritdoc/>
    public Guid? Unit => null;

    /// <inheritdoc/>
    public bool OwnUnitOnly => false;

    /// <inheritdoc/>
    public bool May(string permission) => permissions.Contains(permission);
}

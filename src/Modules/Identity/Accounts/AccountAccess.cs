using Linli.Platform.Access;

namespace Linli.Identity.Accounts;

/// <summary>Names an account as the actor in the audit log while its sign-in is not complete. It may nothing.</summary>
internal sealed class AccountAccess(Account account) : IAccess
{
    public Actor Actor { get; } = new(ActorKind.Staff, account.Id, account.DisplayName);
    public string? Division => null;
    public Guid? Unit => null;
    public bool OwnUnitOnly => false;
    public bool May(string permission) => false;
}

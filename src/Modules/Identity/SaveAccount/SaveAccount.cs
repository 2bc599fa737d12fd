using System.ComponentModel.DataAnnotations;
using Linli.Identity.Accounts;
using Linli.Identity.Sessions;
using Linli.Platform.Access;
using Linli.Platform.Audit;
using Linli.Platform.Data;
using Linli.Platform.Problems;
using Linli.Platform.Web;
using Microsoft.EntityFrameworkCore;

namespace Linli.Identity.SaveAccount;

internal sealed record SaveAccount : ICommand
{
    /// <summary>Lower-case letters, digits, dots and hyphens; cannot be changed later.</summary>
    [Required(ErrorMessage = "identity.user-name-missing"), RegularExpression("^[a-z][a-z0-9.-]{1,39}$", ErrorMessage = "identity.user-name-shape")]
    public string? UserName { get; set; }
    [Required(ErrorMessage = "identity.display-name-missing"), StringLength(40, ErrorMessage = "identity.too-long")] public string? DisplayName { get; set; }
    public Guid? UnitId { get; set; }
    [Required(ErrorMessage = "identity.division-missing")] public string? DivisionCode { get; set; }
    public string[] Roles { get; set; } = [];
    public bool Active { get; set; }

    /// <summary>The version that the caller saw.</summary>
    public int Version { get; set; }

    public static SaveAccount From(Account account) => new()
    {
        UserName = account.UserName,
        DisplayName = account.DisplayName,
        UnitId = account.UnitId,
        DivisionCode = account.DivisionCode,
        Roles = account.Roles,
        Active = account.Active,
        Version = account.Version,
    };
}

/// <summary>A new account and the password that its owner replaces at the first sign-in.</summary>
internal sealed record NewAccount(Guid Id, string UserName, string FirstPassword);

/// <summary>Opens accounts and changes who somebody is, where they work and what they may do.</summary>
internal sealed class SaveAccountHandler(AppDb db, IAccess access, ManagedAccounts accounts, SessionStore sessions, Passwords passwords, VisitorCache cache, TimeProvider clock)
{
    public static readonly Problem NameTaken = Problem.Invalid(nameof(SaveAccount.UserName), "identity.user-name-taken");

    public async Task<Result<NewAccount>> Create(SaveAccount command, CancellationToken ct)
    {
        if (await accounts.CheckAsync(command.DivisionCode!, command.UnitId, command.Roles, ct) is { } problem) return problem;
        if (await db.Accounts.AnyAsync(a => a.UserName == command.UserName, ct)) return NameTaken;

        var (now, password) = (clock.GetUtcNow(), Passwords.NewFirstPassword());
        var account = new Account
        {
            Id = Guid.CreateVersion7(now),
            UserName = command.UserName!,
            DisplayName = command.DisplayName!.Trim(),
            UnitId = command.UnitId,
            DivisionCode = command.DivisionCode!,
            Roles = command.Roles,
            PasswordHash = passwords.Hash(password),
            MustChangePassword = true,
            CreatedAt = now,
        };
        db.Accounts.Add(account);
        db.Audit(access, "identity.create-account", account.Subject, now, account.DivisionCode, new { account.UserName, account.Roles, account.UnitId });
        await db.SaveChangesAsync(ct);
        return new NewAccount(account.Id, account.UserName, password);
    }

    public async Task<Result<Account>> Change(Guid id, SaveAccount command, CancellationToken ct)
    {
        if (!(await accounts.FindAsync(id, ct)).Succeeded(out var account, out var problem)) return problem;
        if (account.Version != command.Version) return Problem.Stale;
        if (await accounts.CheckAsync(command.DivisionCode!, command.UnitId, command.Roles, ct) is { } wrong) return wrong;

        var before = new { account.DivisionCode, account.UnitId, account.Roles, account.Active };
        (account.DisplayName, account.UnitId, account.DivisionCode) = (command.DisplayName!.Trim(), command.UnitId, command.DivisionCode!);
        (account.Roles, account.Active) = (command.Roles, command.Active);
        account.Version++;
        if (!account.Active) await sessions.RemoveAsync(id, only: null, except: null, ct);
        db.Audit(access, "identity.change-account", account.Subject, clock.GetUtcNow(), account.DivisionCode,
            new { before, after = new { account.DivisionCode, account.UnitId, account.Roles, account.Active } });
        await db.SaveChangesAsync(ct);
        cache.Forget(id);
        return account;
    }
}

using Linli.Identity.Accounts;
using Linli.Identity.ResetPassword;
using Linli.Identity.Roles;
using Linli.Identity.SaveAccount;
using Linli.Platform.CommandLine;
using Linli.Platform.Data;
using Linli.Platform.Problems;
using Linli.Platform.Web;
using Microsoft.EntityFrameworkCore;

namespace Linli.Identity.CommandLine;

/// <summary><c>user</c></summary>
internal sealed class UserVerb(AppDb db, SaveAccountHandler save, ResetPasswordHandler reset, ProblemTexts texts) : IVerb
{
    public string Name => "user";

    public string Usage => """
        user list                                                        shows the staff accounts
        user add NAME --name SHOWN --division CODE --role CODE[,CODE]    opens an account and prints its first password
        user password NAME [--with-second-factor]                        prints a new first password; may drop a lost second factor
        user role NAME --role CODE[,CODE]                                gives exactly these roles
        """;

    public async Task<int> RunAsync(VerbCall call, CancellationToken ct)
    {
        await BaseRoles.EnsureAsync(db, ct);
        await db.SaveChangesAsync(ct);
        return call.Words switch
        {
            ["list"] => await ListAsync(call, ct),
            ["add", var name] => await AddAsync(call, name, ct),
            ["password", var name] => await ResetAsync(call, await FindAsync(name, ct), ct),
            ["role", var name] => await ChangeRolesAsync(call, await FindAsync(name, ct), ct),
            _ => throw new UsageException(Usage),
        };
    }

    private async Task<int> ListAsync(VerbCall call, CancellationToken ct)
    {
        await foreach (var account in db.Accounts.AsNoTracking().OrderBy(a => a.UserName).AsAsyncEnumerable().WithCancellation(ct))
            await call.Output.WriteLineAsync($"{account.UserName,-20} {account.DivisionCode,-15} {(account.Active ? "active" : "closed")}  {string.Join(',', account.Roles)}  {account.DisplayName}");
        return 0;
    }

    private async Task<int> AddAsync(VerbCall call, string name, CancellationToken ct)
    {
        var command = new SaveAccount.SaveAccount { UserName = name, DisplayName = call.Option("name") ?? name, DivisionCode = call.Required("division"), Roles = call.Required("role").Split(',') };
        if (CommandValidation.Check(command) is { } wrong) return Refuse(call, wrong);
        if (!(await save.Create(command, ct)).Succeeded(out var made, out var problem)) return Refuse(call, problem);
        await call.Output.WriteLineAsync(made.FirstPassword);
        return 0;
    }

    private async Task<int> ResetAsync(VerbCall call, Account account, CancellationToken ct)
    {
        if (!(await reset.Handle(account.Id, new() { WithSecondFactor = call.Has("with-second-factor") }, ct)).Succeeded(out var password, out var problem)) return Refuse(call, problem);
        await call.Output.WriteLineAsync(password);
        return 0;
    }

    private async Task<int> ChangeRolesAsync(VerbCall call, Account account, CancellationToken ct)
    {
        var command = SaveAccount.SaveAccount.From(account) with { Roles = call.Required("role").Split(',') };
        return (await save.Change(account.Id, command, ct)).Succeeded(out _, out var problem) ? 0 : Refuse(call, problem);
    }

    private async Task<Account> FindAsync(string name, CancellationToken ct) =>
        await db.Accounts.FirstOrDefaultAsync(a => a.UserName == name, ct) ?? throw new UsageException($"There is no account '{name}'.");

    private int Refuse(VerbCall call, Problem problem)
    {
        call.Output.WriteLine(texts.Title(problem));
        foreach (var message in problem.Errors?.Values.SelectMany(m => m) ?? []) call.Output.WriteLine(texts.Message(message));
        return 1;
    }
}

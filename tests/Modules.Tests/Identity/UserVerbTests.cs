using Linli.Identity.Accounts;
using Linli.Platform.Access;
using Linli.Platform.CommandLine;
using Linli.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Linli.Modules.Tests.Identity;

public abstract class UserVerbTests(string database) : ModuleTest(database)
{
    [Fact]
    public async Task The_first_account_is_opened_on_the_command_line()
    {
        var name = "cli" + Guid.CreateVersion7(DateTimeOffset.UtcNow).ToString("N")[^8..];
        var (code, password) = await RunAsync("add", name, "--name", "管理员", "--division", "990101", "--role", "admin");
        Assert.Equal(0, code);
        Assert.Equal("/sign-in/new-password", (await App.Stranger().TrySignInAsync(Named(name), password.Trim())).GoesTo());

        var (_, anew) = await RunAsync("password", name);
        Assert.Equal("/sign-in/new-password", (await App.Stranger().TrySignInAsync(Named(name), anew.Trim())).GoesTo());
        Assert.Equal(0, (await RunAsync("role", name, "--role", "viewer")).Code);
        Assert.Contains("viewer", (await RunAsync("list")).Output.Split('\n').Single(line => line.StartsWith(name, StringComparison.Ordinal)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unknown_role_is_refused() =>
        Assert.Equal(1, (await RunAsync("add", "somebody", "--division", "990101", "--role", "king")).Code);

    private async Task<(int Code, string Output)> RunAsync(params string[] words)
    {
        await using var scope = App.Services.CreateSystemScope("user");
        await using var output = new StringWriter();
        var verb = scope.ServiceProvider.GetServices<IVerb>().Single(v => v.Name == "user");
        return (await verb.RunAsync(new VerbCall(words, output), CancellationToken.None), output.ToString());
    }

    private static Account Named(string name) => new() { Id = default, UserName = name, DisplayName = "", DivisionCode = "", Roles = [], PasswordHash = "", CreatedAt = default };
}

public sealed class UserVerbOnSqlite() : UserVerbTests("sqlite");

public sealed class UserVerbOnPostgres() : UserVerbTests("postgres");

using System.Net;
using Linli.Demo;
using Linli.Identity.Accounts;
using Linli.Platform.Access;
using Linli.Platform.Audit;
using Linli.Platform.Data;
using Linli.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Linli.Modules.Tests.Identity;

public abstract class AccountTests(string database) : ModuleTest(database)
{
    [Fact]
    public async Task An_administrator_opens_an_account_whose_first_password_works()
    {
        var admin = await App.SignInAsync(App.DemoUser(DemoRole.Admin));
        var name = "new" + Guid.CreateVersion7(DateTimeOffset.UtcNow).ToString("N")[^8..];
        var made = await admin.SubmitAsync("/desk/users/new", Fields(name, "990101", "viewer"));
        var password = (await made.PageAsync()).QuerySelector("main code")!.TextContent;

        var account = new Account { Id = default, UserName = name, DisplayName = "", DivisionCode = "", Roles = [], PasswordHash = "", CreatedAt = default };
        Assert.Equal("/sign-in/new-password", (await App.Stranger().TrySignInAsync(account, password)).GoesTo());
        Assert.Contains("user-name-taken", await ErrorsAsync(admin, name), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Closing_an_account_puts_it_out_at_once_and_is_audited()
    {
        var admin = await App.SignInAsync(App.DemoUser(DemoRole.Admin));
        var account = await App.HireAsync();
        var browser = App.Stranger();
        await browser.TrySignInAsync(account);

        var closed = await admin.SubmitAsync($"/desk/users/{account.Id}", new() { ["Form.Active"] = null }, "user");

        Assert.Equal($"/desk/users/{account.Id}?done=user", closed.GoesTo());
        Assert.StartsWith("/sign-in?", (await browser.GetAsync("/desk/me")).GoesTo(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Unauthorized, (await App.Stranger().TrySignInAsync(account)).StatusCode);
        Assert.Contains("identity.change-account", await ActionsOnAsync(account));
    }

    [Fact]
    public async Task A_reset_password_is_shown_once_and_must_be_replaced()
    {
        var admin = await App.SignInAsync(App.DemoUser(DemoRole.Admin));
        var account = await App.HireAsync();
        var page = await (await admin.SubmitAsync($"/desk/users/{account.Id}", [], "reset-password")).PageAsync();
        var password = page.QuerySelector(".notice code")!.TextContent;
        Assert.Equal(HttpStatusCode.Unauthorized, (await App.Stranger().TrySignInAsync(account)).StatusCode);
        Assert.Equal("/sign-in/new-password", (await App.Stranger().TrySignInAsync(account, password)).GoesTo());
    }

    [Fact]
    public async Task An_administrator_of_a_street_manages_only_that_street()
    {
        var streets = SignIns.Plan.Divisions.Where(d => d.Code.Length == 9).Select(d => d.Code).ToList();
        var keeper = await App.HireAsync("admin", streets[0]);
        var (mine, theirs, above) = (await App.HireAsync(division: streets[0]), await App.HireAsync(division: streets[1]), await App.HireAsync(division: "990101"));
        var browser = App.Stranger();
        await browser.TrySignInAsync(keeper);

        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync($"/desk/users/{mine.Id}")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync($"/desk/users/{theirs.Id}")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync($"/desk/users/{above.Id}")).StatusCode);
        var list = await (await browser.GetAsync("/desk/users?q=test")).Content.ReadAsStringAsync();
        Assert.Contains(mine.UserName, list, StringComparison.Ordinal);
        Assert.DoesNotContain($"/desk/users/{theirs.Id}", list, StringComparison.Ordinal);

        var moved = await browser.SubmitAsync($"/desk/users/{mine.Id}", new() { ["Form.DivisionCode"] = streets[1] }, "user");
        Assert.Equal(HttpStatusCode.BadRequest, moved.StatusCode);
    }

    [Fact]
    public async Task Nobody_raises_themselves_or_gives_what_they_do_not_hold()
    {
        var keeper = await App.HireAsync("admin");
        var browser = App.Stranger();
        await browser.TrySignInAsync(keeper);
        Assert.Equal(HttpStatusCode.Forbidden, (await browser.GetAsync($"/desk/users/{keeper.Id}")).StatusCode);
        var role = await browser.SubmitAsync("/desk/roles/admin", []);
        Assert.Equal(HttpStatusCode.Forbidden, role.StatusCode);
    }

    private static Dictionary<string, string?> Fields(string name, string division, string role) =>
        new() { ["Form.UserName"] = name, ["Form.DisplayName"] = "新来的", ["Form.DivisionCode"] = division, ["Form.Roles"] = role };

    private static async Task<string> ErrorsAsync(HttpClient admin, string name)
    {
        var answer = await admin.SubmitAsync("/desk/users/new", Fields(name, "990101", "viewer"));
        return (await answer.PageAsync()).QuerySelector("[role=alert] a[href='#UserName']") is null ? "" : "user-name-taken";
    }

    private async Task<List<string>> ActionsOnAsync(Account account)
    {
        await using var scope = App.Services.CreateSystemScope("test");
        return await scope.ServiceProvider.GetRequiredService<AppDb>().Set<AuditEntry>().Where(e => e.Subject == account.Subject).Select(e => e.Action).ToListAsync();
    }
}

public sealed class AccountOnSqlite() : AccountTests("sqlite");

public sealed class AccountOnPostgres() : AccountTests("postgres");

using System.Net;
using Linli.Demo;
using Linli.Identity.Demo;
using Linli.Testing;

namespace Linli.Modules.Tests.Identity;

public abstract class SignInTests(string database) : ModuleTest(database)
{
    [Fact]
    public async Task A_demo_account_signs_in_and_is_sent_to_the_page_it_wanted()
    {
        var browser = App.Stranger();
        var answer = await browser.SubmitAsync("/sign-in?returnUrl=%2Fdesk%2Fme", new() { ["Form.UserName"] = App.DemoUser(DemoRole.Viewer), ["Form.Password"] = DemoAccounts.Password });
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal("/desk/me", answer.GoesTo());
    }

    [Theory]
    [InlineData("https://elsewhere.example/")]
    [InlineData("//elsewhere.example/")]
    [InlineData("/\\elsewhere.example")]
    [InlineData("javascript:alert(1)")]
    public async Task Nobody_is_sent_to_another_site(string wanted)
    {
        var browser = App.Stranger();
        var answer = await browser.SubmitAsync($"/sign-in?returnUrl={Uri.EscapeDataString(wanted)}", new() { ["Form.UserName"] = App.DemoUser(DemoRole.Viewer), ["Form.Password"] = DemoAccounts.Password });
        Assert.Equal("/desk", answer.GoesTo());
    }

    [Fact]
    public async Task A_wrong_password_an_unknown_name_and_a_locked_account_are_refused_alike()
    {
        var browser = App.Stranger();
        var user = (await App.HireAsync()).UserName;
        var pages = new List<string>();
        for (var i = 0; i < 6; i++) pages.Add(await RefusedAsync(user, "wrong-password-1"));
        pages.Add(await RefusedAsync(user, NewStaff.Password));   // locked by now
        pages.Add(await RefusedAsync("nobody", "wrong-password-1"));
        Assert.Single(pages.Distinct());

        async Task<string> RefusedAsync(string name, string password)
        {
            var answer = await browser.SubmitAsync("/sign-in", new() { ["Form.UserName"] = name, ["Form.Password"] = password });
            Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
            return (await answer.PageAsync()).QuerySelector("[role=alert]")!.TextContent;
        }
    }
}

public sealed class SignInOnSqlite() : SignInTests("sqlite");

public sealed class SignInOnPostgres() : SignInTests("postgres");

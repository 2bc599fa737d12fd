using System.Net;
using Linli.Testing;

namespace Linli.Modules.Tests.Identity;

public abstract class SessionTests(string database) : ModuleTest(database)
{
    [Fact]
    public async Task A_stranger_is_sent_to_sign_in_and_a_program_gets_a_problem()
    {
        var page = await App.Stranger().GetAsync("/desk/users?q=a");
        Assert.Equal("/sign-in?returnUrl=%2Fdesk%2Fusers%3Fq%3Da", page.GoesTo());

        var program = App.Stranger();
        program.DefaultRequestHeaders.Authorization = new("Bearer", "llk_nobody");
        var problem = await program.GetAsync("/desk/users");
        Assert.Equal(HttpStatusCode.Unauthorized, problem.StatusCode);
        Assert.Equal("application/problem+json", problem.Content.Headers.ContentType!.MediaType);
    }

    [Fact]
    public async Task A_first_password_must_be_replaced_before_anything_else()
    {
        var account = await App.HireAsync(change: a => a.MustChangePassword = true);
        var browser = App.Stranger();
        Assert.Equal("/sign-in/new-password", (await browser.TrySignInAsync(account)).GoesTo());
        Assert.Equal("/sign-in/new-password?returnUrl=%2Fdesk%2Fme", (await browser.GetAsync("/desk/me")).GoesTo());

        var weak = await browser.SubmitAsync("/sign-in/new-password", new() { ["Form.NewPassword"] = "1234567890", ["Form.Again"] = "1234567890" });
        Assert.Equal(HttpStatusCode.BadRequest, weak.StatusCode);
        var good = await browser.SubmitAsync("/sign-in/new-password", new() { ["Form.NewPassword"] = "another-Horse-8", ["Form.Again"] = "another-Horse-8" });
        Assert.Equal("/desk", good.GoesTo());
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/desk/me")).StatusCode);
    }

    [Fact]
    public async Task A_session_that_is_ended_is_out_at_once()
    {
        var account = await App.HireAsync();
        var (here, there) = (App.Stranger(), App.Stranger());
        await here.TrySignInAsync(account);
        await there.TrySignInAsync(account);
        Assert.Equal(HttpStatusCode.OK, (await there.GetAsync("/desk/me")).StatusCode);

        await here.SubmitAsync("/desk/me", [], "sessions");

        Assert.Equal(HttpStatusCode.OK, (await here.GetAsync("/desk/me")).StatusCode);
        Assert.StartsWith("/sign-in?", (await there.GetAsync("/desk/me")).GoesTo(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Signing_out_ends_the_session_and_needs_the_form_of_the_page()
    {
        var browser = App.Stranger();
        await browser.TrySignInAsync(await App.HireAsync());
        Assert.Equal(HttpStatusCode.BadRequest, (await browser.PostAsync("/sign-out", new FormUrlEncodedContent([new("a", "b")]))).StatusCode);

        var page = await browser.PageAsync("/desk/me");
        var token = page.QuerySelector("form[action='/sign-out'] [name=__RequestVerificationToken]")!.GetAttribute("value")!;
        await browser.PostAsync("/sign-out", new FormUrlEncodedContent([new("__RequestVerificationToken", token)]));

        Assert.StartsWith("/sign-in?", (await browser.GetAsync("/desk/me")).GoesTo(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Changing_the_password_ends_the_other_sessions()
    {
        var account = await App.HireAsync();
        var (here, there) = (App.Stranger(), App.Stranger());
        await here.TrySignInAsync(account);
        await there.TrySignInAsync(account);

        var wrong = await here.SubmitAsync("/desk/me/password", new() { ["Form.Current"] = "not-my-password", ["Form.NewPassword"] = "another-Horse-8", ["Form.Again"] = "another-Horse-8" });
        Assert.Equal(HttpStatusCode.BadRequest, wrong.StatusCode);
        var right = await here.SubmitAsync("/desk/me/password", new() { ["Form.Current"] = NewStaff.Password, ["Form.NewPassword"] = "another-Horse-8", ["Form.Again"] = "another-Horse-8" });

        Assert.Equal("/desk/me?done=password", right.GoesTo());
        Assert.StartsWith("/sign-in?", (await there.GetAsync("/desk/me")).GoesTo(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Unauthorized, (await App.Stranger().TrySignInAsync(account)).StatusCode);
        Assert.Equal("/desk", (await App.Stranger().TrySignInAsync(account, "another-Horse-8")).GoesTo());
    }
}

public sealed class SessionOnSqlite() : SessionTests("sqlite");

public sealed class SessionOnPostgres() : SessionTests("postgres");

using System.Net;
using Linli.Identity.Accounts;
using Linli.Identity.SecondFactor;
using Linli.Testing;

namespace Linli.Modules.Tests.Identity;

public abstract class SecondFactorTests(string database) : ModuleTest(database)
{
    [Fact]
    public async Task With_a_second_factor_the_password_alone_lets_nobody_in()
    {
        var (account, _, _) = await EnrolAsync();
        var browser = App.Stranger();
        Assert.Equal("/sign-in/code", (await browser.TrySignInAsync(account)).GoesTo());
        Assert.Equal("/sign-in/code?returnUrl=%2Fdesk%2Fme", (await browser.GetAsync("/desk/me")).GoesTo());
        Assert.Equal(HttpStatusCode.Unauthorized, (await browser.SubmitAsync("/sign-in/code", new() { ["Form.Code"] = "000000" })).StatusCode);
    }

    [Fact]
    public async Task The_next_code_of_the_phone_lets_its_owner_in_once()
    {
        var (account, secret, _) = await EnrolAsync();
        var code = Totp.Code(secret, Totp.StepAt(DateTimeOffset.UtcNow) + 1);   // the present one was used up by enrolling
        var browser = App.Stranger();
        await browser.TrySignInAsync(account);
        Assert.Equal("/desk", (await browser.SubmitAsync("/sign-in/code", new() { ["Form.Code"] = code })).GoesTo());
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/desk/me")).StatusCode);

        var again = App.Stranger();
        await again.TrySignInAsync(account);
        Assert.Equal(HttpStatusCode.Unauthorized, (await again.SubmitAsync("/sign-in/code", new() { ["Form.Code"] = code })).StatusCode);
    }

    [Fact]
    public async Task A_recovery_code_stands_in_once()
    {
        var (account, _, codes) = await EnrolAsync();
        Assert.Equal(10, codes.Count);
        var browser = App.Stranger();
        await browser.TrySignInAsync(account);
        Assert.Equal("/desk", (await browser.SubmitAsync("/sign-in/code", new() { ["Form.Code"] = codes[3] })).GoesTo());
        var again = App.Stranger();
        await again.TrySignInAsync(account);
        Assert.Equal(HttpStatusCode.Unauthorized, (await again.SubmitAsync("/sign-in/code", new() { ["Form.Code"] = codes[3] })).StatusCode);
    }

    private async Task<(Account Account, byte[] Secret, List<string> Codes)> EnrolAsync()
    {
        var account = await App.HireAsync();
        var browser = App.Stranger();
        await browser.TrySignInAsync(account);
        var page = await browser.PageAsync("/desk/me/second-factor");
        Assert.NotNull(page.QuerySelector(".qr svg"));
        var secret = FromBase32(page.QuerySelector(".qr code")!.TextContent);
        var done = await browser.SubmitAsync("/desk/me/second-factor", page, new() { ["Form.Code"] = Totp.Code(secret, Totp.StepAt(DateTimeOffset.UtcNow)) });
        return (account, secret, [.. (await done.PageAsync()).QuerySelectorAll("main li code").Select(c => c.TextContent)]);
    }

    private static byte[] FromBase32(string text) => [.. text.Chunk(8).SelectMany(eight =>
    {
        var bits = eight.Aggregate(0L, (all, c) => all << 5 | (long)"ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".IndexOf(c));
        return Enumerable.Range(0, 5).Select(i => (byte)(bits >> (32 - 8 * i)));
    })];
}

public sealed class SecondFactorOnSqlite() : SecondFactorTests("sqlite");

public sealed class SecondFactorOnPostgres() : SecondFactorTests("postgres");

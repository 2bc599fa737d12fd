using System.Net;
using Linli.Identity.CreateKey;
using Linli.Identity.Demo;
using Linli.Platform.Access;
using Microsoft.AspNetCore.Mvc.Testing.Handlers;
using Microsoft.Extensions.DependencyInjection;

namespace Linli.Testing;

/// <summary>Ways into the running program.</summary>
public static class SignIns
{
    /// <summary>The password of every demo account.</summary>
    public const string DemoPassword = DemoAccounts.Password;

    /// <summary>A browser without script that has not signed in. Keeps cookies; does not follow redirects.</summary>
    public static HttpClient Stranger(this LinliApp app) => app.Browser(new CookieContainer());

    /// <summary>
    /// A browser without script, signed in as a demo account. Each call gives a browser of its own; accounts sign in once, through the real page.
    /// </summary>
    public static async Task<HttpClient> SignInAsync(this LinliApp app, string userName)
    {
        var known = await app.SessionsOf.GetOrAdd(userName, _ => new(() => app.OpenSessionAsync(userName))).Value;
        var cookies = new CookieContainer();
        cookies.Add(known.GetAllCookies());
        return app.Browser(cookies);
    }

    /// <summary>The people and places of the demo district, without cases: drawn once, for that takes a while.</summary>
    public static Demo.DemoDistrict Plan { get; } = Demo.DemoDistrict.Create(Platform.IDemoSeeder.Seed, DateTimeOffset.UnixEpoch, 0);

    /// <summary>The first demo account that holds a role (a constant of <c>DemoRole</c>), or the one of a division.</summary>
    public static string DemoUser(this LinliApp _, string role, string divisionPrefix = "") =>
        Plan.Accounts.First(a => a.Role == role && a.DivisionCode.StartsWith(divisionPrefix, StringComparison.Ordinal)).UserName;

    /// <summary>A client with an API key of its own. It follows no redirects and keeps no cookies.</summary>
    /// <param name="app">The program.</param>
    /// <param name="divisionCode">What the key sees.</param>
    /// <param name="scopes">Names of permissions.</param>
    public static Task<HttpClient> ApiKeyAsync(this LinliApp app, string divisionCode, params string[] scopes) => app.ApiKeyAsync(divisionCode, null, scopes);

    /// <summary>A client with an API key of its own, of a unit where one is named. It follows no redirects and keeps no cookies.</summary>
    /// <param name="app">The program.</param>
    /// <param name="divisionCode">What the key sees.</param>
    /// <param name="unit">The unit it belongs to.</param>
    /// <param name="scopes">Names of permissions.</param>
    public static async Task<HttpClient> ApiKeyAsync(this LinliApp app, string divisionCode, Guid? unit, string[] scopes)
    {
        await using var scope = app.Services.CreateSystemScope("test");
        var made = await scope.ServiceProvider.GetRequiredService<CreateKeyHandler>()
            .Handle(new() { Name = "test", DivisionCode = divisionCode, UnitId = unit, Scopes = scopes }, CancellationToken.None);
        if (!made.Succeeded(out var key, out var problem)) throw new InvalidOperationException(problem.Code);
        var client = app.CreateClient(new() { AllowAutoRedirect = false, HandleCookies = false });
        client.DefaultRequestHeaders.Authorization = new("Bearer", key.Key);
        return client;
    }

    private static HttpClient Browser(this LinliApp app, CookieContainer cookies) => app.CreateDefaultClient(new CookieContainerHandler(cookies));

    private static async Task<CookieContainer> OpenSessionAsync(this LinliApp app, string userName)
    {
        var cookies = new CookieContainer();
        using var browser = app.Browser(cookies);
        var answer = await browser.SubmitAsync("/sign-in", new() { ["Form.UserName"] = userName, ["Form.Password"] = DemoAccounts.Password });
        if (answer.StatusCode is not HttpStatusCode.Redirect) throw new InvalidOperationException($"{userName} could not sign in: {answer.StatusCode}.");
        return cookies;
    }
}

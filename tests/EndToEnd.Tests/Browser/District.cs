using System.Collections.Concurrent;
using Linli.Demo;
using Linli.Testing;
using Microsoft.Playwright;

namespace Linli.EndToEnd.Tests.Browser;

/// <summary>A running demo district in a process of its own, one per database, shared by all journeys.</summary>
internal sealed class District
{
    private static readonly ConcurrentDictionary<string, Lazy<Task<District>>> Running = [];

    private District(Uri address) => Address = address;

    public Uri Address { get; }

    /// <summary>The people and places in it.</summary>
    public static DemoDistrict Plan { get; } = SignIns.Plan;

    /// <summary>Somebody with a role, where wanted in a part of the district.</summary>
    public static DemoAccount Account(string role, string divisionPrefix = "") =>
        Plan.Accounts.First(a => a.Role == role && a.DivisionCode.StartsWith(divisionPrefix, StringComparison.Ordinal));

    public static Task<District> OnAsync(string kind) => Running.GetOrAdd(kind, k => new(() => StartAsync(k))).Value;

    /// <summary>A window signed in as a demo account.</summary>
    public async Task<IPage> SignInAsync(string userName, int width = Chromium.Screen, bool script = true, string language = "zh-CN")
    {
        var page = await (await Chromium.OpenAsync(Address, width, script, language)).NewPageAsync();
        await BecomeAsync(page, userName);
        return page;
    }

    /// <summary>The next person sits down at the same window.</summary>
    public static async Task BecomeAsync(IPage page, string userName)
    {
        await page.Context.ClearCookiesAsync();
        await page.GotoAsync("/sign-in");
        await page.FillAsync("[name='Form.UserName']", userName);
        await page.FillAsync("[name='Form.Password']", SignIns.DemoPassword);
        await page.ClickAsync("main form button[type=submit]");
        await page.WaitForURLAsync("**/desk**");
    }

    private static async Task<District> StartAsync(string kind)
    {
        var database = await TestDatabase.CreateAsync(kind);
        await LinliProcess.RunAsync(database, "schema", "apply");
        await LinliProcess.RunAsync(database, "demo", "--cases", "300");
        var server = await LinliProcess.ServeAsync(database, new Dictionary<string, string>
        {
            ["Linli__Demo"] = "true",
            ["Linli__Limits__Requests"] = "100000",
            ["Linli__Limits__PublicWrites"] = "1000",
            ["Linli__Limits__SignIns"] = "1000",
        });
        AppDomain.CurrentDomain.ProcessExit += (_, _) => server.DisposeAsync().AsTask().GetAwaiter().GetResult();
        return new(server.Address);
    }
}

using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using Linli.Demo;
using Linli.Registry;
using Linli.Testing;

namespace Linli.Modules.Tests.Registry;

public abstract class LookTests(string database) : RegistryTest(database)
{
    [Fact]
    public async Task Who_watches_over_the_registry_sees_who_looked_at_somebody_and_what_for()
    {
        var (clerk, watcher) = (await ClerkAsync(), await App.SignInAsync(App.DemoUser(DemoRole.DistrictClerk)));
        var person = await AddAsync(clerk, "person", new { name = "查阅测试" });
        await clerk.PostAsJsonAsync($"{Records}/{person.Id}/reveal", new { purpose = "核实独居情况" });
        var look = Assert.Single((await watcher.GetFromJsonAsync<List<LookDetails>>($"{Records}/{person.Id}/looks"))!);
        Assert.Equal(("核实独居情况", "name"), (look.Purpose, Assert.Single(look.Fields)));
        var page = await watcher.PageAsync($"/desk/registry/{person.Id}/looks");
        Assert.Contains("核实独居情况", page.QuerySelector("main table")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await clerk.GetAsync($"{Records}/{person.Id}/looks")).StatusCode);
    }

    [Fact]
    public async Task Who_confirmed_their_number_sees_who_looked_at_them_and_nobody_elses_looks()
    {
        var clerk = await ClerkAsync();
        var phone = "139" + NewIdNumber()[9..17];
        var own = await AddAsync(clerk, "person", new Dictionary<string, string> { ["name"] = "本人", ["phone"] = phone });
        var other = await AddAsync(clerk, "person", new Dictionary<string, string> { ["name"] = "邻居", ["contact"] = phone });   // whom the neighbour is called for
        await clerk.PostAsJsonAsync($"{Records}/{own.Id}/reveal", new { purpose = "核实本人情况" });
        await clerk.PostAsJsonAsync($"{Records}/{other.Id}/reveal", new { purpose = "核实邻居情况" });

        using var browser = App.Stranger();
        Assert.Equal(HttpStatusCode.Redirect, (await browser.GetAsync("/me/looks")).StatusCode);
        var sent = await browser.SubmitAsync("/me/sign-in?returnUrl=%2Fme%2Flooks", new() { ["Form.Phone"] = phone });
        var message = (await App.Stranger().PageAsync("/demo/outbox")).QuerySelectorAll("tbody tr").First(row => row.TextContent.Contains(phone, StringComparison.Ordinal)).TextContent;
        var entered = await browser.SubmitAsync(sent.GoesTo()!, new() { ["Form.Code"] = message[(message.IndexOf("验证码", StringComparison.Ordinal) + 4)..][..6] });
        Assert.Equal("/me/looks", entered.GoesTo());
        var page = (await browser.PageAsync("/me/looks")).QuerySelector("main")!.TextContent;
        Assert.Contains("核实本人情况", page, StringComparison.Ordinal);
        Assert.DoesNotContain("核实邻居情况", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_report_of_a_month_counts_looks_and_records_of_everybody_and_leads_to_each_look()
    {
        // A key of its own: nobody else looks under its name, whatever other tests do.
        var key = await App.ApiKeyAsync(GridOf(Street), "registry.see", "registry.write", "registry.reveal", "registry.see-looks");
        var month = DateTimeOffset.UtcNow.ToOffset(TimeSpan.FromHours(8)).ToString("yyyy-MM", CultureInfo.InvariantCulture);
        var before = await MineAsync();
        var (one, other) = (await AddAsync(key, "person", new { name = "甲测试" }), await AddAsync(key, "person", new { name = "乙测试" }));
        foreach (var id in new[] { one.Id, one.Id, other.Id }) await key.PostAsJsonAsync($"{Records}/{id}/reveal", new { purpose = "月报测试" });
        var after = await MineAsync();
        Assert.Equal((3, 2), (after.Looks - before.Looks, after.Records - before.Records));
        Assert.Equal(HttpStatusCode.BadRequest, (await key.GetAsync("/api/v1/registry/looks?month=heute")).StatusCode);

        async Task<(int Looks, int Records)> MineAsync()
        {
            var tallies = (await key.GetFromJsonAsync<List<LookTally>>($"/api/v1/registry/looks?month={month}"))!.Where(t => t.By == "test").ToList();
            return (tallies.Sum(t => t.Looks), tallies.Sum(t => t.Records));
        }
    }

    [Fact]
    public async Task Who_looks_far_more_often_than_the_others_is_marked_on_the_report()
    {
        var month = DateTimeOffset.UtcNow.ToOffset(TimeSpan.FromHours(8)).ToString("yyyy-MM", CultureInfo.InvariantCulture);
        var watcher = await App.SignInAsync(App.DemoUser(DemoRole.DistrictClerk));
        foreach (var grid in SignIns.Plan.Divisions.Where(d => d.Level is DemoLevel.Grid && d.Code.StartsWith("990101005", StringComparison.Ordinal)).Take(3).Select(d => d.Code))
        {
            var few = await App.ApiKeyAsync(grid, "registry.see", "registry.write", "registry.reveal");
            var person = await AddAsync(few, "person", new { name = "丙测试" }, grid);
            await few.PostAsJsonAsync($"{Records}/{person.Id}/reveal", new { purpose = "少数查阅" });
        }
        var many = await App.ApiKeyAsync(GridOf(Street), "registry.see", "registry.write", "registry.reveal");
        var looked = await AddAsync(many, "person", new { name = "丁测试" });
        for (var i = 0; i < 60; i++) await many.PostAsJsonAsync($"{Records}/{looked.Id}/reveal", new { purpose = "多次查阅" });
        var tallies = await watcher.GetFromJsonAsync<List<LookTally>>($"/api/v1/registry/looks?month={month}");
        Assert.True(tallies![0].Stands, $"{tallies[0].By}: {tallies[0].Looks}");
        Assert.False(tallies[^1].Stands);
        Assert.NotNull((await watcher.PageAsync($"/desk/registry/looks?month={month}")).QuerySelector("main table .pill"));
    }
}

public sealed class LookOnSqlite() : LookTests("sqlite");

public sealed class LookOnPostgres() : LookTests("postgres");

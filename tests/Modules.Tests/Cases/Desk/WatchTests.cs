using System.Net;
using Linli.Cases;
using Linli.Cases.Watching;
using Linli.Demo;
using Linli.Modules.Tests.Cases.Resident;
using Linli.Platform;
using Linli.Testing;
using Microsoft.EntityFrameworkCore;

namespace Linli.Modules.Tests.Cases.Desk;

public abstract class WatchTests(string database) : DeskTest(database)
{
    [Fact]
    public async Task What_others_do_to_a_case_one_watches_stands_on_ones_desk_until_one_looks()
    {
        var (filed, centre, clerk) = (await FileAsync(), await CentreAsync(), await ClerkAsync());
        Assert.Equal($"/desk/cases/{filed.Id}", (await centre.SubmitAsync($"/desk/cases/{filed.Id}", [], "watch")).GoesTo());
        Assert.DoesNotContain(filed.Number, await NewsAsync(centre), StringComparison.Ordinal);
        await DoAsync(centre, filed.Id, "urge", new { version = filed.Version, remark = "自己催办" });
        Assert.DoesNotContain(filed.Number, await NewsAsync(centre), StringComparison.Ordinal);
        await DoAsync(clerk, filed.Id, "accept", new { version = filed.Version + 1 });
        await DoAsync(clerk, filed.Id, "urge", new { version = filed.Version + 2, remark = "请尽快" });
        var news = await NewsAsync(centre);
        Assert.Contains(filed.Number, news, StringComparison.Ordinal);
        Assert.Contains("2 条新动态", news, StringComparison.Ordinal);
        await centre.PageAsync($"/desk/cases/{filed.Id}");
        Assert.DoesNotContain(filed.Number, await NewsAsync(centre), StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_stops_watching_and_nobody_watches_what_they_do_not_see()
    {
        var (filed, clerk) = (await FileAsync(), await ClerkAsync());
        var address = $"/api/v1/cases/{filed.Id}/watch";
        await Task.WhenAll(Enumerable.Range(0, 3).Select(async _ => Assert.Equal(HttpStatusCode.NoContent, (await clerk.PutAsync(address, null)).StatusCode)));
        Assert.Equal(1, await App.ReadAsync(db => db.Watches.CountAsync(w => w.CaseId == filed.Id)));
        Assert.Equal(HttpStatusCode.NoContent, (await clerk.DeleteAsync(address)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await (await ClerkAsync(OtherStreet)).PutAsync(address, null)).StatusCode);
        Assert.Equal(0, await App.ReadAsync(db => db.Watches.CountAsync(w => w.CaseId == filed.Id)));
    }

    [Fact]
    public async Task Who_is_called_by_name_finds_it_on_their_desk_though_Chinese_goes_on_without_a_space()
    {
        var (filed, clerk, centre) = (await FileAsync(), await ClerkAsync(), Account(DemoRole.DistrictClerk));
        await DoAsync(clerk, filed.Id, "urge", new { version = filed.Version, remark = $"@{centre.DisplayName}请看一下这件" });
        var desk = await App.SignInAsync(centre.UserName);
        Assert.Contains("请看一下这件", await NewsAsync(desk), StringComparison.Ordinal);
        await desk.PageAsync($"/desk/cases/{filed.Id}");
        Assert.DoesNotContain(filed.Number, await NewsAsync(desk), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_does_not_see_the_case_is_not_called_nor_offered_nor_is_the_writer()
    {
        var (filed, clerk) = (await FileAsync(), await ClerkAsync());
        var (self, other) = (Account(DemoRole.StreetClerk, Street), Account(DemoRole.StreetClerk, OtherStreet));
        await DoAsync(clerk, filed.Id, "urge", new { version = filed.Version, remark = $"@{other.UserName} @{self.UserName} @没有这个人 看看" });
        Assert.Equal(0, await App.ReadAsync(db => db.Mentions.CountAsync(m => m.CaseId == filed.Id)));
        Assert.DoesNotContain(other.UserName, await clerk.GetStringAsync($"/api/v1/cases/{filed.Id}/colleagues?q={other.UserName[..2]}"), StringComparison.Ordinal);
        var centre = Account(DemoRole.DistrictClerk);
        Assert.Contains(centre.UserName, await clerk.GetStringAsync($"/api/v1/cases/{filed.Id}/colleagues?q={centre.UserName[..4]}"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await (await ClerkAsync(OtherStreet)).GetAsync($"/api/v1/cases/{filed.Id}/colleagues?q=a")).StatusCode);
    }

    [Fact]
    public async Task A_handler_is_called_on_what_their_unit_has_and_words_for_the_reporter_call_nobody()
    {
        var (found, clerk, _) = await DispatchedAsync();
        var handler = SignIns.Plan.Accounts.First(a => a.Role == DemoRole.Handler && a.UnitCode == Unit(found));
        await DoAsync(clerk, found.Id, "urge", new { version = found.Version, remark = $"＠{handler.UserName} 请回话" });
        Assert.Equal(1, await App.ReadAsync(db => db.Mentions.CountAsync(m => m.CaseId == found.Id)));
        await DoAsync(clerk, found.Id, "reply", new { version = found.Version + 1, remark = $"@{handler.UserName} 会联系您" });
        Assert.Equal(1, await App.ReadAsync(db => db.Mentions.CountAsync(m => m.CaseId == found.Id)));
    }

    private Task<HttpClient> CentreAsync() => App.SignInAsync(App.DemoUser(DemoRole.DistrictClerk));

    private string Unit(Case found) => ((Contracts.Grids.IUnits)App.Services.GetService(typeof(Contracts.Grids.IUnits))!).Find(found.UnitId!.Value)!.Code;

    private static DemoAccount Account(string role, string division = "") =>
        SignIns.Plan.Accounts.First(a => a.Role == role && a.DivisionCode.StartsWith(division, StringComparison.Ordinal));

    /// <summary>What stands beside the work on somebody's desk.</summary>
    private static async Task<string> NewsAsync(HttpClient who) => string.Concat((await who.PageAsync("/desk")).QuerySelectorAll("main .columns > .stack .card").Where(c => c.QuerySelector("h2")?.TextContent is "我关注的有新进展" or "有人提到我").Select(c => c.TextContent));
}

public sealed class WatchOnSqlite() : WatchTests("sqlite");

public sealed class WatchOnPostgres() : WatchTests("postgres");

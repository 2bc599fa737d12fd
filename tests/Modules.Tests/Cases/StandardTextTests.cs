using System.Net;
using AngleSharp.Dom;
using Linli.Cases;
using Linli.Cases.StandardTexts;
using Linli.Demo;
using Linli.Modules.Tests.Cases.Desk;
using Linli.Modules.Tests.Cases.Resident;
using Linli.Platform.Audit;
using Linli.Testing;
using Microsoft.EntityFrameworkCore;

namespace Linli.Modules.Tests.Cases;

public abstract class StandardTextTests(string database) : DeskTest(database)
{
    private const string List = "/desk/standard-texts", New = List + "/new";

    [Fact]
    public async Task A_text_is_added_changed_offered_on_the_form_of_its_act_and_removed()
    {
        using var clerk = await App.SignInAsync(App.DemoUser(DemoRole.DistrictClerk));
        var at = await AddAsync(clerk, "先试后用");
        Assert.Contains("先试后用", (await clerk.PageAsync(List)).Body!.TextContent, StringComparison.Ordinal);

        var changed = await clerk.SubmitAsync(at, new() { ["Form.Text"] = "编号 {number} 已改好" }, "text");
        Assert.Equal($"{at}?saved=true", changed.GoesTo());
        var filed = await FileAsync();
        var form = await clerk.PageAsync($"/desk/cases/{filed.Id}/reply");
        var offered = form.QuerySelectorAll("button[name=Insert]").Single(b => b.TextContent == "先试后用");
        var filled = await (await clerk.SubmitAsync($"/desk/cases/{filed.Id}/reply", form, new() { ["Insert"] = offered.GetAttribute("value") })).PageAsync();
        Assert.Equal($"编号 {filed.Number} 已改好", filled.QuerySelector("[name='Form.Remark']")!.TextContent.Trim());

        Assert.Equal($"{List}?removed=true", (await clerk.SubmitAsync(at, [], "remove")).GoesTo());
        Assert.Equal(HttpStatusCode.NotFound, (await clerk.GetAsync(at)).StatusCode);
        var subject = "standard-text/" + at.Split('/')[^1];
        var audit = await App.ReadAsync(db => db.Set<AuditEntry>().Where(a => a.Subject == subject).OrderBy(a => a.At).Select(a => a.Action).ToListAsync());
        Assert.Equal(["cases.save-standard-text", "cases.save-standard-text", "cases.remove-standard-text"], audit);
    }

    [Fact]
    public async Task What_is_missing_is_said_beside_the_field_and_what_was_typed_is_kept()
    {
        using var clerk = await App.SignInAsync(App.DemoUser(DemoRole.DistrictClerk));
        var answer = await clerk.SubmitAsync(New, new() { ["Form.Action"] = "", ["Form.Title"] = "无内容", ["Form.Text"] = "" }, "text");
        Assert.Null(answer.GoesTo());
        var page = await answer.PageAsync();
        Assert.Equal("无内容", page.QuerySelector("[name='Form.Title']")!.GetAttribute("value"));
        Assert.NotNull(page.QuerySelector("#Action-error"));
        Assert.NotNull(page.QuerySelector("#Text-error"));
        answer = await clerk.SubmitAsync(New, Fields("没有这类", "no-such"), "text");
        Assert.NotNull((await answer.PageAsync()).QuerySelector("#CategoryCode-error"));
        Assert.Equal(0, await App.ReadAsync(db => db.Set<StandardText>().CountAsync(t => t.Title == "无内容" || t.Title == "没有这类")));
    }

    [Fact]
    public async Task Who_was_slower_sees_what_the_text_is_now_before_saving_on_top_of_it()
    {
        using var clerk = await App.SignInAsync(App.DemoUser(DemoRole.DistrictClerk));
        var at = await AddAsync(clerk, "两人同改");
        var seen = await clerk.PageAsync(at);
        await clerk.SubmitAsync(at, new() { ["Form.Text"] = "别人改的" }, "text");
        var refused = await clerk.SubmitAsync(at, seen, new() { ["Form.Text"] = "我改的" }, "text");
        Assert.Equal(HttpStatusCode.Conflict, refused.StatusCode);
        var page = await refused.PageAsync();
        Assert.Contains("别人改的", page.QuerySelector(".error-summary")!.TextContent, StringComparison.Ordinal);
        Assert.Equal($"{at}?saved=true", (await clerk.SubmitAsync(at, page, [], "text")).GoesTo());
        Assert.Equal(HttpStatusCode.Conflict, (await clerk.SubmitAsync(at, seen, [], "remove")).StatusCode);
    }

    [Fact]
    public async Task Who_may_not_keep_texts_sees_neither_list_nor_form_nor_the_way_to_them()
    {
        using var admin = await App.SignInAsync(App.DemoUser(DemoRole.Admin));
        var at = await AddAsync(admin, "不给别人改");
        var form = await admin.PageAsync(at);
        using var clerk = await ClerkAsync();
        Assert.Equal([HttpStatusCode.Forbidden, HttpStatusCode.Forbidden, HttpStatusCode.Forbidden], [(await clerk.GetAsync(List)).StatusCode, (await clerk.GetAsync(New)).StatusCode, (await clerk.GetAsync(at)).StatusCode]);
        Assert.Equal(HttpStatusCode.Forbidden, (await clerk.SubmitAsync(at, form, new() { ["Form.Text"] = "改了" }, "text")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await clerk.SubmitAsync(at, form, [], "remove")).StatusCode);
        Assert.Null((await clerk.PageAsync("/desk")).QuerySelector($"a[href='{List}']"));
        Assert.NotNull((await admin.PageAsync("/desk/me")).QuerySelector($"a[href='{List}']"));
        using var stranger = App.Stranger();
        Assert.StartsWith("/sign-in", (await stranger.GetAsync(List)).GoesTo(), StringComparison.Ordinal);
        Assert.Equal("内容", await App.ReadAsync(db => db.Set<StandardText>().Where(t => t.Title == "不给别人改").Select(t => t.Text).SingleAsync()));
    }

    private static Dictionary<string, string?> Fields(string title, string category = "") =>
        new() { ["Form.Action"] = nameof(CaseAction.Reply), ["Form.CategoryCode"] = category, ["Form.Title"] = title, ["Form.Text"] = "内容" };

    /// <summary>Adds one and gives its address.</summary>
    private static async Task<string> AddAsync(HttpClient browser, string title)
    {
        var to = (await browser.SubmitAsync(New, Fields(title), "text")).GoesTo();
        Assert.EndsWith("?saved=true", to, StringComparison.Ordinal);
        return to!.Split('?')[0];
    }
}

public sealed class StandardTextOnSqlite() : StandardTextTests("sqlite");

public sealed class StandardTextOnPostgres() : StandardTextTests("postgres");

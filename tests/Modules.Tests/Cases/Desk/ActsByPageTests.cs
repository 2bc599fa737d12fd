using System.Net;
using Linli.Cases;
using Linli.Demo;
using Linli.Testing;

namespace Linli.Modules.Tests.Cases.Desk;

public abstract class ActsByPageTests(string database) : DeskTest(database)
{
    [Fact]
    public async Task A_case_is_carried_to_its_close_by_pages_without_script()
    {
        var filed = await FileAsync();
        var clerk = await ClerkAsync();
        await PressAsync(clerk, filed.Id, "accept", []);
        await PressAsync(clerk, filed.Id, "dispatch", new() { ["Form.Remark"] = "请处置" });
        var handler = await HandlerOfAsync(filed.UnitId!.Value);
        await PressAsync(handler, filed.Id, "take", []);
        await PressAsync(handler, filed.Id, "progress", new() { ["Form.Remark"] = "已到现场" });
        await PressAsync(handler, filed.Id, "handle", new() { ["Form.Remark"] = "灯已修好" });
        var verifier = await App.SignInAsync(App.DemoUser(DemoRole.GridWorker, filed.DivisionCode[..12]));
        await PressAsync(verifier, filed.Id, "verify", new() { ["Form.Passed"] = "true" });
        await PressAsync(clerk, filed.Id, "close", new() { ["Form.Remark"] = "已修好，感谢反映" });
        Assert.Equal(CaseStatus.Closed, (await NowAsync(filed.Id)).Status);
        await PressAsync(clerk, filed.Id, "reopen", new() { ["Form.Remark"] = "又不亮了" });
        Assert.Equal((CaseStatus.Accepted, 1), ((await NowAsync(filed.Id)).Status, (await NowAsync(filed.Id)).Reopened));
        Assert.Contains("灯已修好", (await clerk.PageAsync($"/desk/cases/{filed.Id}")).QuerySelector(".timeline")!.TextContent);
    }

    [Fact]
    public async Task A_form_that_cannot_be_read_is_refused_and_is_no_fault_of_ours()
    {
        using var cut = new ByteArrayContent("x"u8.ToArray()) { Headers = { { "Content-Type", "multipart/form-data" } } };
        Assert.Equal(HttpStatusCode.BadRequest, (await App.CreateClient().PostAsync("/track", cut)).StatusCode);
    }

    [Fact]
    public async Task A_form_that_its_page_no_longer_has_is_answered_with_the_page_as_it_now_is()
    {
        var (found, _, handler) = await DispatchedAsync();
        var at = $"/desk/cases/{found.Id}/take";
        var opened = await handler.PageAsync(at);
        await PressAsync(handler, found.Id, "take", []);
        var before = await NowAsync(found.Id);
        var answer = await handler.SubmitAsync(at, opened, []);
        var page = await answer.PageAsync();
        Assert.Equal((HttpStatusCode.Conflict, "text/html"), (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
        Assert.Contains("这一步已经不能进行", page.QuerySelector("main [role=status]")!.TextContent);
        Assert.Contains(found.Number, page.QuerySelector("main .crumbs")!.TextContent);
        Assert.Empty(page.QuerySelectorAll("main form"));
        Assert.Equal(before.Version, (await NowAsync(found.Id)).Version);

        var forged = await handler.PostAsync(at, new FormUrlEncodedContent([new("_handler", "take")]));   // without the token of a page
        Assert.Equal(HttpStatusCode.BadRequest, forged.StatusCode);
        handler.DefaultRequestHeaders.AcceptLanguage.ParseAdd("en");
        Assert.Contains("This is no longer possible", (await (await handler.SubmitAsync(at, opened, [])).PageAsync()).QuerySelector("main")!.TextContent);
    }

    [Fact]
    public async Task A_choice_that_is_left_open_is_no_mistake()
    {
        var (found, _, handler) = await DispatchedAsync();
        await PressAsync(handler, found.Id, "return", new() { ["Form.UnitId"] = "", ["Form.Remark"] = "不归我们管" });
        Assert.Equal(CaseStatus.Returned, (await NowAsync(found.Id)).Status);
    }

    [Theory]
    [InlineData("decline", "不属于受理范围")]
    [InlineData("reply", "已在安排")]
    public async Task Other_acts_of_a_clerk_work_by_page(string act, string words)
    {
        var filed = await FileAsync();
        await PressAsync(await ClerkAsync(), filed.Id, act, new() { ["Form.Remark"] = words });
        Assert.True((await NowAsync(filed.Id)).Version > filed.Version);
    }

    [Fact]
    public async Task Category_and_place_are_changed_by_page()
    {
        var filed = await FileAsync();
        var clerk = await ClerkAsync();
        var page = await clerk.PageAsync($"/desk/cases/{filed.Id}/reclassify");
        var other = page.QuerySelectorAll("option").Select(o => o.GetAttribute("value")).Last(v => v != filed.CategoryCode)!;
        await PressAsync(clerk, filed.Id, "reclassify", new() { ["Form.CategoryCode"] = other });
        await PressAsync(clerk, filed.Id, "relocate", new() { ["Form.DivisionCode"] = filed.DivisionCode[..12], ["Form.Longitude"] = null, ["Form.Latitude"] = null });
        var now = await NowAsync(filed.Id);
        Assert.Equal((other, filed.DivisionCode[..12]), (now.CategoryCode, now.DivisionCode));
    }

    [Fact]
    public async Task What_is_missing_is_said_at_the_field_and_what_was_typed_is_kept()
    {
        var filed = await FileAsync();
        Assert.Empty((await (await ClerkAsync()).PageAsync($"/desk/cases/{filed.Id}/close")).QuerySelectorAll("main form"));   // not yet to be closed
        var answer = await (await ClerkAsync()).SubmitAsync($"/desk/cases/{filed.Id}/decline", new() { ["Form.Remark"] = "" });
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.NotNull((await answer.PageAsync()).QuerySelector(".error-summary"));
    }

    [Fact]
    public async Task Who_is_late_sees_what_happened_meanwhile_and_tries_again()
    {
        var filed = await FileAsync();
        var clerk = await ClerkAsync();
        var address = $"/desk/cases/{filed.Id}/decline";
        var open = await clerk.PageAsync(address);
        await DoAsync(clerk, filed.Id, "reply", new { version = 1, remark = "先回一句" });
        var late = await clerk.SubmitAsync(address, open, new() { ["Form.Remark"] = "不归我们管" }, "decline");
        Assert.Equal(HttpStatusCode.Conflict, late.StatusCode);
        var page = await late.PageAsync();
        Assert.Contains("先回一句", page.QuerySelector(".error-summary")!.TextContent);
        Assert.Equal("不归我们管", page.QuerySelector("textarea")!.TextContent.Trim());
        var again = await clerk.SubmitAsync(address, page, [], "decline");
        Assert.Equal(HttpStatusCode.Redirect, again.StatusCode);
        Assert.Equal(CaseStatus.Declined, (await NowAsync(filed.Id)).Status);
    }

    private static async Task PressAsync(HttpClient who, Guid id, string act, Dictionary<string, string?> fields)
    {
        var answer = await who.SubmitAsync($"/desk/cases/{id}/{act}", fields, act);
        Assert.True(answer.StatusCode is HttpStatusCode.Redirect, $"{act}: {answer.StatusCode} {(await answer.PageAsync()).QuerySelector(".error-summary")?.TextContent}");
        Assert.StartsWith($"/desk/cases/{id}?done=", answer.GoesTo(), StringComparison.Ordinal);
    }
}

public sealed class ActsByPageOnSqlite() : ActsByPageTests("sqlite");

public sealed class ActsByPageOnPostgres() : ActsByPageTests("postgres");

using System.Net;
using AngleSharp.Html.Dom;
using Linli.Cases;
using Linli.Demo;
using Linli.Modules.Tests.Cases.Desk;
using Linli.Modules.Tests.Cases.Resident;
using Linli.Testing;
using Microsoft.EntityFrameworkCore;

namespace Linli.Modules.Tests.Cases;

public abstract class KeptPhotosTests(string database) : DeskTest(database)
{
    private static readonly byte[] Lamp = DemoPhoto.Draw(PhotoScene.Lamp, 1), Road = DemoPhoto.Draw(PhotoScene.Lamp, 2);

    [Fact]
    public async Task A_residents_photos_come_with_the_report_although_its_form_was_shown_again()
    {
        using var browser = App.Stranger();
        var wrong = await (await browser.SubmitAsync("/", await browser.PageAsync("/"), new() { ["Form.Text"] = "路灯坏了，照片只选一次", ["Form.Phone"] = "12345" }, "report", ("Form.Photos", Lamp), ("Form.Photos", Road))).PageAsync();
        Assert.Equal(2, Kept(wrong).Count);
        Assert.Equal("image/png", (await browser.GetAsync(Picture(wrong))).Content.Headers.ContentType?.MediaType);
        var again = await (await browser.SubmitAsync("/", wrong, [], "report")).PageAsync();   // still wrong
        Assert.Equal(2, Kept(again).Count);

        Kept(again)[1].IsChecked = false;
        var sent = await browser.SubmitAsync("/", again, new() { ["Form.Phone"] = Residents.Phone }, "report", ("Form.Photos", Road));
        var filed = await App.CaseAsync(sent.GoesTo()!.Split('/')[2]);
        Assert.Equal(2, await AttachmentsAsync(filed.Id));   // one from before, one chosen now
    }

    [Fact]
    public async Task A_handlers_photos_are_kept_for_that_handler_alone()
    {
        var (found, _, handler) = await DispatchedAsync();
        var at = $"/desk/cases/{found.Id}/handle";
        var answer = await handler.SubmitAsync(at, await handler.PageAsync(at), new() { ["Form.Remark"] = "" }, null, ("Form.Photos", Lamp));
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        var page = await answer.PageAsync();
        Assert.Single(Kept(page));
        Assert.Equal(HttpStatusCode.OK, (await handler.GetAsync(Picture(page))).StatusCode);
        foreach (var other in new[] { App.Stranger(), await ClerkAsync() }) Assert.Equal(HttpStatusCode.NotFound, (await other.GetAsync(Picture(page))).StatusCode);

        Assert.Equal(HttpStatusCode.Redirect, (await handler.SubmitAsync(at, page, new() { ["Form.Remark"] = "已换灯管" })).StatusCode);
        Assert.Equal(1, await AttachmentsAsync(found.Id));
    }

    [Fact]
    public async Task A_key_that_is_none_brings_nothing_and_too_many_photos_are_said()
    {
        using var browser = App.Stranger();
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync("/kept/none")).StatusCode);
        var wrong = await browser.SubmitAsync("/", new() { ["Form.Text"] = "井盖松动，钥匙是编的", ["Form.Phone"] = Residents.Phone, ["Kept"] = "none" }, "report");
        Assert.Equal(0, await AttachmentsAsync((await App.CaseAsync(wrong.GoesTo()!.Split('/')[2])).Id));
        var many = await (await browser.SubmitAsync("/", await browser.PageAsync("/"), new() { ["Form.Text"] = "照片太多" }, "report", [.. Enumerable.Repeat(("Form.Photos", Lamp), Platform.Files.SentFiles.Most + 1)])).PageAsync();
        Assert.NotNull(many.QuerySelector(".error-summary"));
        Assert.Equal(Platform.Files.SentFiles.Most, Kept(many).Count);
    }

    private static List<IHtmlInputElement> Kept(IHtmlDocument page) => [.. page.QuerySelectorAll("[name=Kept]").OfType<IHtmlInputElement>()];

    private static string Picture(IHtmlDocument page) => page.QuerySelector("img[src^='/kept/']")!.GetAttribute("src")!;

    private Task<int> AttachmentsAsync(Guid id) => App.ReadAsync(db => db.Attachments.CountAsync(a => a.CaseId == id));
}

public sealed class KeptPhotosOnSqlite() : KeptPhotosTests("sqlite");

public sealed class KeptPhotosOnPostgres() : KeptPhotosTests("postgres");

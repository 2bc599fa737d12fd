using AngleSharp.Html.Parser;
using AngleSharp.Html.Dom;

namespace Linli.Modules.Tests.Ui;

public sealed class DesignPageTests() : ModuleTest("sqlite")
{
    [Theory]
    [InlineData("/design")]
    [InlineData("/design/desk")]
    [InlineData("/design/blank")]
    public async Task A_page_holds_nothing_that_the_content_policy_forbids_and_no_text_without_translation(string address)
    {
        using var page = await ReadAsync(await App.CreateClient().GetAsync(address));
        Assert.Empty(page.QuerySelectorAll("[style], style, script:not([src]), base, [onclick]"));
        Assert.DoesNotContain("design.", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Single(page.QuerySelectorAll("main"));
        Assert.Single(page.QuerySelectorAll("h1"));
    }

    [Fact]
    public async Task A_form_sent_empty_comes_back_with_errors_at_the_fields_and_with_what_was_typed()
    {
        using var client = App.CreateClient();
        using var before = await ReadAsync(await client.GetAsync("/design"));
        var token = ((IHtmlInputElement)before.QuerySelector("input[name=__RequestVerificationToken]")!).Value;
        using var form = new FormUrlEncodedContent([new("__RequestVerificationToken", token), new("_handler", "design"), new("Form.Words", "路灯不亮")]);
        using var after = await ReadAsync(await client.PostAsync("/design", form));

        Assert.Equal("请选择承办单位", after.QuerySelector(".error-summary a[href='#Unit']")!.TextContent);
        Assert.Equal("请选择承办单位", after.QuerySelector("#Unit-error span")!.TextContent);
        Assert.Contains("Unit-error", after.QuerySelector("#Unit")!.GetAttribute("aria-describedby"), StringComparison.Ordinal);
        Assert.Equal("路灯不亮", after.QuerySelector("#Words")!.TextContent);
    }

    [Fact]
    public async Task A_heading_pressed_twice_turns_the_order_round_and_returns_to_the_first_page()
    {
        using var page = await ReadAsync(await App.CreateClient().GetAsync("/design/desk?sort=due&page=3"));
        var heading = page.QuerySelector("th[aria-sort=ascending] a")!;
        Assert.EndsWith("/design/desk?sort=-due", heading.GetAttribute("href"), StringComparison.Ordinal);
        Assert.Equal("3", page.QuerySelector(".pager [aria-current=page]")!.TextContent);
    }

    private static async Task<IHtmlDocument> ReadAsync(HttpResponseMessage response) =>
        await new HtmlParser().ParseDocumentAsync(await response.EnsureSuccessStatusCode().Content.ReadAsStringAsync());
}

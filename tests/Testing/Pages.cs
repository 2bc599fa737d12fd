using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace Linli.Testing;

/// <summary>What a browser without script does with pages: reads them, fills in their forms, sends them.</summary>
public static class Pages
{
    /// <summary>Reads a page.</summary>
    public static async Task<IHtmlDocument> PageAsync(this HttpClient browser, string address) =>
        await (await browser.GetAsync(address)).PageAsync();

    /// <summary>Reads the page that came as an answer.</summary>
    public static async Task<IHtmlDocument> PageAsync(this HttpResponseMessage answer) =>
        await new HtmlParser().ParseDocumentAsync(await answer.Content.ReadAsStringAsync());

    /// <summary>Opens a page, fills in its form and sends it. Fields that are not named keep what the page put in them; null leaves one out.</summary>
    /// <param name="browser">The browser.</param>
    /// <param name="address">The page.</param>
    /// <param name="fields">Values by name.</param>
    /// <param name="handler">Name of the form (<c>FormName</c>) where there are several; otherwise the first one in the page's main part.</param>
    public static async Task<HttpResponseMessage> SubmitAsync(this HttpClient browser, string address, Dictionary<string, string?> fields, string? handler = null) =>
        await browser.SubmitAsync(address, await browser.PageAsync(address), fields, handler);

    /// <summary>Fills in the form of a page that is open and sends it, with files where some are named.</summary>
    public static Task<HttpResponseMessage> SubmitAsync(
        this HttpClient browser, string address, IHtmlDocument page, Dictionary<string, string?> fields, string? handler = null, params IReadOnlyList<(string Name, byte[] Content)> files)
    {
        var form = page.QuerySelectorAll("main form").OfType<IHtmlFormElement>()
            .First(f => f.Method == "post" && (handler is null || f.QuerySelector("[name=_handler]")?.GetAttribute("value") == handler));
        var values = Values(form).Where(v => !fields.ContainsKey(v.Key))
            .Concat(fields.Where(f => f.Value is not null).Select(f => KeyValuePair.Create(f.Key, f.Value!)));
        var action = form.GetAttribute("action");
        return browser.PostAsync(string.IsNullOrEmpty(action) ? address : action, files.Count == 0 ? new FormUrlEncodedContent(values) : Multipart(values, files));
    }

    /// <summary>Where an answer sends the browser: path and query on this site, the whole address elsewhere, null when it sends nowhere.</summary>
    public static string? GoesTo(this HttpResponseMessage answer)
    {
        if (answer.Headers.Location is not { } location) return null;
        var (here, whole) = (answer.RequestMessage!.RequestUri!, new Uri(answer.RequestMessage.RequestUri!, location));
        return whole.Authority == here.Authority ? whole.PathAndQuery : whole.ToString();
    }

    private static MultipartFormDataContent Multipart(IEnumerable<KeyValuePair<string, string>> values, IReadOnlyList<(string Name, byte[] Content)> files)
    {
        var form = new MultipartFormDataContent();
        foreach (var (name, value) in values) form.Add(new StringContent(value), name);
        foreach (var (name, content) in files) form.Add(new ByteArrayContent(content), name, "photo.png");
        return form;
    }

    private static IEnumerable<KeyValuePair<string, string>> Values(IHtmlFormElement form) => form.QuerySelectorAll("[name]").SelectMany(element => element switch
    {
        IHtmlInputElement { Type: "checkbox" or "radio", IsChecked: false } or IHtmlInputElement { Type: "file" or "submit" } => [],
        IHtmlInputElement input => [KeyValuePair.Create(input.Name!, input.Value)],
        IHtmlTextAreaElement area => [KeyValuePair.Create(area.Name!, area.Value)],
        IHtmlSelectElement select => select.Options.Where(o => o.IsSelected).Select(o => KeyValuePair.Create(select.Name!, o.Value)),
        _ => Enumerable.Empty<KeyValuePair<string, string>>(),
    });
}

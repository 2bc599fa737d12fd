using System.Net;
using AngleSharp.Html.Parser;
using Linli.Testing;

namespace Linli.Bench.Pages;

/// <summary>What a phone fetches for each public page on a first visit, compressed: the page and all it names.</summary>
internal sealed class PagesMeasurement : IMeasurement
{
    private const double Goal = 60, MostRequests = 10;
    private static readonly string[] Public = ["/", "/track", "/sign-in", "/me/sign-in", "/about", "/privacy", "/accessibility"];

    public string Name => "pages";

    public async Task RunAsync(Report report)
    {
        await using var database = await TestDatabase.CreateAsync("sqlite");
        await LinliProcess.RunAsync(database, "schema", "apply");
        await LinliProcess.RunAsync(database, "demo", "--cases", "300");
        await using var server = await LinliProcess.ServeAsync(database);
        using var phone = new HttpClient(new SocketsHttpHandler { AutomaticDecompression = DecompressionMethods.None }) { BaseAddress = server.Address };
        phone.DefaultRequestHeaders.Add("Accept-Encoding", "br, gzip");
        phone.DefaultRequestHeaders.Add("Accept-Language", "zh-CN");
        foreach (var page in Public)
        {
            var (bytes, requests) = (await BytesAsync(phone, page), 1);
            foreach (var part in await PartsAsync(server, page))
            {
                bytes += await BytesAsync(phone, part);
                requests++;
            }
            report.AtMost($"{page}, on the wire", bytes / 1024.0, Goal, "KB");
            report.AtMost($"{page}, requests", requests, MostRequests, "");
        }
    }

    private static async Task<long> BytesAsync(HttpClient phone, string address)
    {
        using var answer = await phone.GetAsync(address);
        if (!answer.IsSuccessStatusCode) throw new InvalidOperationException($"{address}: {answer.StatusCode}");
        return (await answer.Content.ReadAsByteArrayAsync()).Length + answer.Headers.Concat(answer.Content.Headers).Sum(h => h.Key.Length + h.Value.Sum(v => v.Length) + 4);
    }

    /// <summary>Style sheets, scripts, modules loaded ahead, pictures.</summary>
    private static async Task<IReadOnlyList<string>> PartsAsync(LinliProcess server, string page)
    {
        using var plain = new HttpClient { BaseAddress = server.Address };
        var document = await new HtmlParser().ParseDocumentAsync(await plain.GetStringAsync(page));
        return [.. document.QuerySelectorAll("link[rel=stylesheet], link[rel=modulepreload], link[rel=icon], script[src], img[src], use")
            .Select(e => (e.GetAttribute("href") ?? e.GetAttribute("src"))?.Split('#')[0]).OfType<string>().Where(a => a.StartsWith('/')).Distinct()];
    }
}

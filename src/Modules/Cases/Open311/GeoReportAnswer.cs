using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Unicode;
using System.Xml;
using Microsoft.AspNetCore.Http;

namespace Linli.Cases.Open311;

/// <summary>
/// An answer of the GeoReport v2 interface, in the format that the end of the address names. Names are snake case, a field without a value is
/// there and empty; JSON has real numbers and booleans. In XML an array is an element that holds one named in the singular for each entry.
/// </summary>
/// <param name="root">The outermost element in XML.</param>
/// <param name="content">A record, or a list of records.</param>
/// <param name="item">Name of a list's entries in XML.</param>
/// <param name="status">HTTP status.</param>
internal sealed class GeoReportAnswer(string root, object content, string? item = null, int status = StatusCodes.Status200OK) : IResult, IStatusCodeHttpResult
{
    private static readonly JsonSerializerOptions Options = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower, Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };
    private static readonly XmlWriterSettings Xml = new() { Async = true, Encoding = new UTF8Encoding(false) };

    public int? StatusCode => status;

    public static GeoReportAnswer Refusal(IReadOnlyList<GeoReportError> errors) => new("errors", errors, "error", errors[0].Code);

    public async Task ExecuteAsync(HttpContext http)
    {
        http.Response.StatusCode = status;
        http.Response.Headers.CacheControl = "no-store";
        var tree = JsonSerializer.SerializeToNode(content, content.GetType(), Options)!;
        if (!IsXml(http))
        {
            http.Response.ContentType = "application/json; charset=utf-8";
            await http.Response.WriteAsync(tree.ToJsonString(Options), http.RequestAborted);
            return;
        }
        http.Response.ContentType = "text/xml; charset=utf-8";
        await using var xml = XmlWriter.Create(http.Response.Body, Xml);
        await WriteAsync(xml, root, tree, item);
        await xml.FlushAsync();
    }

    private static bool IsXml(HttpContext http) => http.Request.Path.Value!.EndsWith(".xml", StringComparison.OrdinalIgnoreCase);

    private static async Task WriteAsync(XmlWriter xml, string name, JsonNode? node, string? item = null)
    {
        await xml.WriteStartElementAsync(null, name, null);
        if (node is JsonArray entries)
            foreach (var entry in entries) await WriteAsync(xml, item ?? name[..^1], entry);
        else if (node is JsonObject fields)
            foreach (var (field, value) in fields) await WriteAsync(xml, field, value);
        else if (node is not null) await xml.WriteStringAsync(Clean(node.GetValueKind() is JsonValueKind.String ? node.GetValue<string>() : node.ToJsonString()));
        await xml.WriteEndElementAsync();
    }

    /// <summary>Without the control characters that XML 1.0 cannot hold.</summary>
    private static string Clean(string text) =>
        string.Concat(text.EnumerateRunes().Where(rune => rune.Value is >= 0x20 and not 0xFFFE and not 0xFFFF or '\t' or '\n' or '\r').Select(rune => rune.ToString()));

    /// <summary>A moment with its zone (W3C profile of ISO 8601).</summary>
    public static string? Moment(DateTimeOffset? at) => at?.ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);
}

/// <summary>A refusal as GeoReport writes it.</summary>
/// <param name="Code">The HTTP status.</param>
/// <param name="Description">What is wrong, in the caller's language.</param>
internal sealed record GeoReportError(int Code, string Description);

using System.Collections.Frozen;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.StaticFiles;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace Linli.Ui;

/// <summary>
/// Serves the assets from memory, Brotli-compressed at build time. Unlike the framework's static web assets this is
/// the same in a build, a publish and a test, whatever the environment is called.
/// </summary>
internal static class AssetEndpoint
{
    private sealed record Served(byte[] Plain, byte[] Compressed, string Type);

    private static readonly FileExtensionContentTypeProvider Types = new();
    private static readonly FrozenDictionary<string, Served> All = Asset.Files.ToFrozenDictionary(file => file, Load);

    public static async Task Get(string file, HttpContext context)
    {
        if (!All.TryGetValue(file, out var asset))
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }
        var headers = context.Response.Headers;
        headers.CacheControl = "public, max-age=31536000, immutable";
        headers.Vary = HeaderNames.AcceptEncoding;
        var compressed = Accepts(context.Request.Headers.AcceptEncoding, "br");
        if (compressed) headers.ContentEncoding = "br";
        var body = compressed ? asset.Compressed : asset.Plain;
        (context.Response.ContentType, context.Response.ContentLength) = (asset.Type, body.Length);
        if (!HttpMethods.IsHead(context.Request.Method)) await context.Response.Body.WriteAsync(body, context.RequestAborted);
    }

    private static bool Accepts(StringValues header, string encoding) =>
        StringWithQualityHeaderValue.TryParseList(header, out var wanted) && wanted.Any(x => x.Value == encoding && x.Quality is not 0);

    private static Served Load(string file) =>
        new(Asset.Read(file)!, Asset.Read(file + ".br")!, Types.TryGetContentType(file, out var type) ? type : "application/octet-stream");
}

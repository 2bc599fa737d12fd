using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Linli.Platform.Files;

/// <summary>A stored file on its way out, with headers that keep content from strangers from being run as ours.</summary>
internal sealed class StoredFileResult(FileStore store, StoredFile file, string name) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext)
    {
        if (store.Find(file.Hash) is not { } path || FileFormat.Of(file.MediaType) is not { } format)
            return TypedResults.NotFound().ExecuteAsync(httpContext);
        var disposition = new ContentDispositionHeaderValue(format.Kind is FileKinds.Photo ? "inline" : "attachment");
        disposition.SetHttpFileName(format.Named(name));
        var headers = httpContext.Response.Headers;
        headers.ContentDisposition = disposition.ToString();
        headers.XContentTypeOptions = "nosniff";
        headers.ContentSecurityPolicy = "default-src 'none'; frame-ancestors 'none'; sandbox";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers.CacheControl = "private, no-cache";
        return TypedResults.PhysicalFile(path, format.MediaType, entityTag: new($"\"{file.Hash}\""), enableRangeProcessing: true).ExecuteAsync(httpContext);
    }
}

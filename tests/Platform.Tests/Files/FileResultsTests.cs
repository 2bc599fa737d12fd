using Linli.Platform.Files;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;

namespace Linli.Platform.Tests.Files;

public sealed class FileResultsTests : IDisposable
{
    private readonly Folder data = new();
    private readonly FileStore store;

    public FileResultsTests() => store = new(data.Path);

    public void Dispose() => data.Dispose();

    [Fact]
    public async Task A_photo_is_shown_in_place_and_nothing_in_it_can_run()
    {
        var photo = await Save(SamplePng.Of());
        var answer = await Send(photo, "路灯.png");
        Assert.Equal(SamplePng.Clean(), Body(answer));
        Assert.Equal("image/png", answer.ContentType);
        Assert.StartsWith("inline;", answer.Headers.ContentDisposition.ToString());
        Assert.Contains("filename*=UTF-8''%E8%B7%AF%E7%81%AF.png", answer.Headers.ContentDisposition.ToString());
        Assert.Equal("nosniff", answer.Headers.XContentTypeOptions);
        Assert.Equal("default-src 'none'; frame-ancestors 'none'; sandbox", answer.Headers.ContentSecurityPolicy);
        Assert.Equal("private, no-cache", answer.Headers.CacheControl);
        Assert.Equal($"\"{photo.Hash}\"", answer.Headers.ETag);
    }

    [Theory]
    [InlineData("a.csv", "a.csv")]
    [InlineData("a.html", "a.html.txt")]
    [InlineData("a.bat", "a.bat.txt")]
    public async Task Text_is_downloaded_under_a_name_that_runs_nothing(string name, string sent)
    {
        var answer = await Send(await Save("<script>alert(1)</script>"u8.ToArray()), name);
        Assert.StartsWith("attachment;", answer.Headers.ContentDisposition.ToString());
        Assert.Contains($"filename={sent};", answer.Headers.ContentDisposition.ToString());
    }

    [Fact]
    public async Task Known_content_is_not_sent_again()
    {
        var file = await Save("just text"u8.ToArray());
        var answer = await Send(file, "a.txt", request => request.Headers.IfNoneMatch = $"\"{file.Hash}\"");
        Assert.Equal(StatusCodes.Status304NotModified, answer.StatusCode);
        Assert.Empty(Body(answer));
    }

    [Fact]
    public async Task A_range_is_sent_alone()
    {
        var answer = await Send(await Save("just text"u8.ToArray()), "a.txt", request => request.Headers.Range = "bytes=5-8");
        Assert.Equal(StatusCodes.Status206PartialContent, answer.StatusCode);
        Assert.Equal("text"u8.ToArray(), Body(answer));
    }

    [Fact]
    public async Task A_file_that_is_gone_is_not_found()
    {
        var file = await Save("just text"u8.ToArray());
        store.Delete(file.Hash);
        Assert.Equal(StatusCodes.Status404NotFound, (await Send(file, "a.txt")).StatusCode);
    }

    private async Task<StoredFile> Save(byte[] content)
        => (await store.Save(new MemoryStream(content), new(), TestContext.Current.CancellationToken)).File!;

    private async Task<HttpResponse> Send(StoredFile file, string name, Action<HttpRequest>? asking = null)
    {
        var context = new DefaultHttpContext { RequestServices = new ServiceCollection().AddLogging().BuildServiceProvider() };
        context.Request.Method = HttpMethods.Get;
        context.Features.Set<IHttpResponseBodyFeature>(new StreamResponseBodyFeature(new MemoryStream()));
        asking?.Invoke(context.Request);
        await store.Send(file, name).ExecuteAsync(context);
        return context.Response;
    }

    private static byte[] Body(HttpResponse response) => ((MemoryStream)response.Body).ToArray();
}

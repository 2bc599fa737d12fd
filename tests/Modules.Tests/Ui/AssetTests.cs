using Linli.Ui;

namespace Linli.Modules.Tests.Ui;

public sealed class AssetTests() : ModuleTest("sqlite")
{
    [Fact]
    public async Task An_asset_is_kept_for_ever_and_comes_compressed_to_those_who_can_read_it()
    {
        using var plain = await App.CreateClient().GetAsync(Asset.Url("app.css"));
        Assert.Equal("public, max-age=31536000, immutable", plain.Headers.GetValues("Cache-Control").Single());
        Assert.Empty(plain.Content.Headers.ContentEncoding);

        using var request = new HttpRequestMessage(HttpMethod.Get, Asset.Url("app.css")) { Headers = { { "Accept-Encoding", "gzip, br" } } };
        using var compressed = await App.CreateClient().SendAsync(request);
        Assert.Equal("br", compressed.Content.Headers.ContentEncoding.Single());
        Assert.True((await compressed.Content.ReadAsByteArrayAsync()).Length < (await plain.Content.ReadAsByteArrayAsync()).Length / 3);
    }

    [Theory]
    [InlineData("/assets/manifest.json")]
    [InlineData("/assets/app.css")]
    [InlineData("/assets/..%2Fapp.css")]
    public async Task Only_built_files_are_served(string address)
    {
        using var response = await App.CreateClient().GetAsync(address);
        Assert.Equal(System.Net.HttpStatusCode.NotFound, response.StatusCode);
    }

    [Fact]
    public void What_every_resident_page_loads_stays_below_30_KB() =>
        Assert.InRange(new[] { "app.css", "app.js", "icons.svg" }.Sum(name => Asset.Read(Asset.Url(name)["/assets/".Length..] + ".br")!.Length), 1, 30 * 1024);
}

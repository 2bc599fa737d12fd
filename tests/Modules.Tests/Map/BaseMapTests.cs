using System.ComponentModel.DataAnnotations;
using Linli.Map;
using Linli.Platform.Problems;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Linli.Modules.Tests.Map;

public sealed class BaseMapTests
{
    [Fact]
    public async Task Pictures_are_fetched_by_the_server_and_nothing_else_is_passed_on()
    {
        await using var source = await SourceAsync();
        using var map = new BaseMap(Options.Create(new MapOptions { Base = [$"{source.Urls.First()}/wmts?x={{x}}&y={{y}}&z={{z}}&tk=secret", $"{source.Urls.First()}/words/{{z}}/{{x}}/{{y}}", $"{source.Urls.First()}/missing/{{z}}/{{x}}/{{y}}"] }));
        var picture = (await map.FetchAsync(0, new(12, 3350, 1711), TestContext.Current.CancellationToken)).Value!;
        Assert.Equal("image/png", picture.Type);
        Assert.Equal("12/3350/1711/secret"u8, picture.Bytes);
        foreach (var sheet in (int[])[1, 2]) Assert.Equal(MapErrors.NoBase, (await map.FetchAsync(sheet, new(1, 0, 0), TestContext.Current.CancellationToken)).Problem);
        Assert.Equal(Problem.NotFound, (await map.FetchAsync(3, new(1, 0, 0), TestContext.Current.CancellationToken)).Problem);
        Assert.Equal(Problem.NotFound, (await map.FetchAsync(0, new(1, 2, 0), TestContext.Current.CancellationToken)).Problem);
        await source.StopAsync(TestContext.Current.CancellationToken);
        Assert.Equal(MapErrors.NoBase, (await map.FetchAsync(0, new(1, 0, 0), TestContext.Current.CancellationToken)).Problem);
    }

    [Theory]
    [InlineData("https://t0.tianditu.gov.cn/vec_w/wmts?TILEMATRIX={z}&TILEROW={y}&TILECOL={x}&tk=key", true)]
    [InlineData("https://example.org/{z}/{x}", false), InlineData("file:///{z}/{x}/{y}", false), InlineData("{z}/{x}/{y}", false), InlineData("/nowhere/map.pmtiles", false), InlineData("https://example.org/map.pmtiles", false)]
    public void An_address_that_cannot_be_asked_is_refused_at_the_start(string address, bool good)
    {
        var options = new MapOptions { Base = [address] };
        Assert.Equal(good, !options.Validate(new ValidationContext(options)).Any());
    }

    /// <summary>A picture service on loopback; its pictures say what was asked.</summary>
    internal static async Task<WebApplication> SourceAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var source = builder.Build();
        source.MapGet("/wmts", (string z, string x, string y, string tk) => Results.Bytes(System.Text.Encoding.UTF8.GetBytes($"{z}/{x}/{y}/{tk}"), "image/png"));
        source.MapGet("/words/{z}/{x}/{y}", () => Results.Text("<script>alert(1)</script>", "text/html"));
        await source.StartAsync();
        return source;
    }
}

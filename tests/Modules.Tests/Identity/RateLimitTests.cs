using System.Net;
using System.Net.Http.Json;
using Linli.Cases;
using Linli.Testing;
using Microsoft.AspNetCore.Hosting;

namespace Linli.Modules.Tests.Identity;

public abstract class RateLimitTests(string database) : ModuleTest(database)
{
    private const int Most = 4;

    [Fact]
    public async Task Programs_at_one_address_are_limited_each_by_its_key_and_strangers_by_the_address()
    {
        await using var strict = App.WithWebHostBuilder(builder => builder.UseSetting("Linli:Limits:Requests", $"{Most}").UseSetting("Linli:Limits:PublicWrites", "1"));
        using var stranger = strict.CreateClient(new() { AllowAutoRedirect = false });
        for (var i = 0; i < Most; i++) Assert.NotEqual(HttpStatusCode.TooManyRequests, (await stranger.GetAsync("/api/v1/cases")).StatusCode);
        Assert.Equal(HttpStatusCode.TooManyRequests, (await stranger.GetAsync("/api/v1/cases")).StatusCode);

        using var made = strict.CreateClient();
        made.DefaultRequestHeaders.Authorization = new("Bearer", "llk_made-up-to-get-round-the-limit");
        Assert.Equal(HttpStatusCode.TooManyRequests, (await made.GetAsync("/api/v1/cases")).StatusCode);

        for (var key = 0; key < 2; key++)
        {
            using var known = await App.ApiKeyAsync("990101", CasesPolicies.See);
            using var program = strict.CreateClient();
            program.DefaultRequestHeaders.Authorization = known.DefaultRequestHeaders.Authorization;
            for (var i = 0; i < Most; i++) Assert.Equal(HttpStatusCode.Created, (await program.PostAsJsonAsync("/api/v1/reports", new { text = "钥匙带来的诉求" })).StatusCode);
            Assert.Equal(HttpStatusCode.TooManyRequests, (await program.GetAsync("/api/v1/cases")).StatusCode);
        }
    }
}

public sealed class RateLimitOnSqlite() : RateLimitTests("sqlite");

public sealed class RateLimitOnPostgres() : RateLimitTests("postgres");

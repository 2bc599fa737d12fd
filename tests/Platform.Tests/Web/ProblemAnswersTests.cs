using System.ComponentModel.DataAnnotations;
using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Linli.Platform.Web;
using Linli.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;

namespace Linli.Platform.Tests.Web;

public sealed class ProblemAnswersTests : IAsyncLifetime
{
    private TestDatabase database = null!;
    private Ground ground = null!;

    public async ValueTask InitializeAsync()
    {
        database = await TestDatabase.CreateAsync("sqlite");
        ground = await Ground.BuildAsync(database, map: app =>
        {
            app.UseProblemAnswers();
            app.UseRateLimiter();
            var api = app.MapApi("/api/v1/things");
            api.MapPost("", (Thing thing) => TypedResults.Ok(thing.Count)).AllowAnonymous();
            api.MapGet("broken", IResult () => throw new InvalidOperationException("a secret of the inside")).AllowAnonymous();
            api.MapGet("stale", IResult () => throw new DbUpdateConcurrencyException()).AllowAnonymous();
            api.MapPost("limited", () => TypedResults.NoContent()).AllowAnonymous().RequireRateLimiting(RateLimits.SignIn);
        });
        await ground.StartAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await ground.DisposeAsync();
        await database.DisposeAsync();
    }

    [Fact]
    public async Task Wrong_json_names_the_field() =>
        await RefusesAsync(await PostAsync("""{"count":"many"}"""), HttpStatusCode.BadRequest, "platform.invalid", "count");

    [Fact]
    public async Task Broken_json_is_a_bad_request() =>
        await RefusesAsync(await PostAsync("{"), HttpStatusCode.BadRequest, "platform.invalid");

    [Fact]
    public async Task A_wrong_value_names_the_field() =>
        await RefusesAsync(await PostAsync("""{"count":11}"""), HttpStatusCode.BadRequest, "platform.invalid", "count");

    [Fact]
    public async Task Another_type_of_content_is_refused() =>
        await RefusesAsync(await ground.Client.PostAsync("/api/v1/things", new StringContent("count=1")), HttpStatusCode.UnsupportedMediaType, "platform.wrong-type");

    [Fact]
    public async Task Another_method_is_refused() =>
        await RefusesAsync(await ground.Client.DeleteAsync("/api/v1/things"), HttpStatusCode.MethodNotAllowed, "platform.wrong-method");

    [Fact]
    public async Task What_is_not_there_is_said_so() =>
        await RefusesAsync(await ground.Client.GetAsync("/api/v1/nothing"), HttpStatusCode.NotFound, "platform.not-found");

    [Fact]
    public async Task A_stale_version_is_a_conflict() =>
        await RefusesAsync(await ground.Client.GetAsync("/api/v1/things/stale"), HttpStatusCode.Conflict, "platform.stale");

    [Fact]
    public async Task A_fault_tells_nothing_of_the_inside()
    {
        var answer = await ground.Client.GetAsync("/api/v1/things/broken");
        await RefusesAsync(answer, HttpStatusCode.InternalServerError, "platform.fault");
        Assert.DoesNotContain("secret", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Too_many_requests_are_refused_with_the_time_to_wait()
    {
        HttpResponseMessage answer;
        var tries = 0;
        do answer = await ground.Client.PostAsync("/api/v1/things/limited", null); while (answer.StatusCode == HttpStatusCode.NoContent && tries++ < 100);
        Assert.Equal(new RateLimitOptions().SignIns, tries);
        await RefusesAsync(answer, HttpStatusCode.TooManyRequests, "platform.too-often");
    }

    private Task<HttpResponseMessage> PostAsync(string json) =>
        ground.Client.PostAsync("/api/v1/things", new StringContent(json, Encoding.UTF8, "application/json"));

    private static async Task RefusesAsync(HttpResponseMessage answer, HttpStatusCode status, string code, string? field = null)
    {
        Assert.Equal(status, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        var problem = await answer.Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal(code, problem.GetProperty("code").GetString());
        Assert.NotEqual(code, problem.GetProperty("title").GetString());
        if (field is not null) Assert.True(problem.GetProperty("errors").TryGetProperty(field, out _));
    }

    private sealed record Thing : ICommand
    {
        [Range(0, 10, ErrorMessage = "platform.invalid-value")] public int Count { get; init; }
    }
}

using System.Net;
using System.Net.Http.Json;
using Linli.Platform.Access;
using Linli.Platform.Audit;
using Linli.Platform.Data;
using Linli.Platform.Idempotency;
using Linli.Platform.Problems;
using Linli.Platform.Web;
using Linli.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;

namespace Linli.Platform.Tests.Idempotency;

public abstract class IdempotencyTests(string kind) : IAsyncLifetime
{
    private TestDatabase database = null!;
    private Ground ground = null!;

    public async ValueTask InitializeAsync()
    {
        database = await TestDatabase.CreateAsync(kind);
        ground = await Ground.BuildAsync(database, map: app =>
        {
            app.UseProblemAnswers();
            app.MapApi("/things").MapPost("", async (Thing thing, AppDb db, IAccess access, TimeProvider clock, CancellationToken ct) =>
            {
                db.Audit(access, "test.make", "thing/" + thing.Name, clock.GetUtcNow());
                await db.SaveChangesAsync(ct);
                if (thing.Name == "bad") return ((Result<Made>)Problem.Forbidden).ToCreated(_ => "");
                var made = new Made(Guid.CreateVersion7(clock.GetUtcNow()));
                return ((Result<Made>)made).ToCreated(m => $"/things/{m.Id}");
            }).AllowAnonymous().Idempotent();
        });
        await ground.StartAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await ground.DisposeAsync();
        await database.DisposeAsync();
    }

    [Fact]
    public async Task The_same_key_twice_makes_one_thing_and_gives_the_same_answer()
    {
        var first = await PostAsync("key", "lamp");
        var second = await PostAsync("key", "lamp");
        Assert.Equal(HttpStatusCode.Created, second.StatusCode);
        Assert.Equal(first.Headers.Location, second.Headers.Location);
        Assert.Equal(await first.Content.ReadAsStringAsync(), await second.Content.ReadAsStringAsync());
        Assert.Equal(1, await CountAsync());
    }

    [Fact]
    public async Task The_same_key_at_the_same_time_makes_one_thing()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => PostAsync("key", "lamp")));
        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.Created, answer.StatusCode));
        Assert.Single(answers.Select(answer => answer.Headers.Location).Distinct());
        Assert.Equal(1, await CountAsync());
    }

    [Fact]
    public async Task The_same_key_for_another_request_is_refused()
    {
        await PostAsync("key", "lamp");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await PostAsync("key", "road")).StatusCode);
        Assert.Equal(1, await CountAsync());
    }

    [Fact]
    public async Task A_refused_request_leaves_nothing_and_its_key_may_be_used_again()
    {
        Assert.Equal(HttpStatusCode.Forbidden, (await PostAsync("key", "bad")).StatusCode);
        Assert.Equal(0, await CountAsync());
        Assert.Equal(HttpStatusCode.Created, (await PostAsync("key", "lamp")).StatusCode);
    }

    private async Task<HttpResponseMessage> PostAsync(string key, string name)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/things") { Content = JsonContent.Create(new { name }) };
        request.Headers.Add(IdempotentEndpoint.Header, key);
        return await ground.Client.SendAsync(request);
    }

    private Task<int> CountAsync() => ground.WithDbAsync(db => db.Set<AuditEntry>().CountAsync());

    private sealed record Thing : ICommand
    {
        public string Name { get; init; } = "";
    }

    private sealed record Made(Guid Id);
}

public sealed class IdempotencyOnSqlite() : IdempotencyTests("sqlite");

public sealed class IdempotencyOnPostgres() : IdempotencyTests("postgres");

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
    private readonly TaskCompletionSource both = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int inside;

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
            app.MapPost("/lamps/take", async (AppDb db, IAccess access, TimeProvider clock, CancellationToken ct) =>
            {
                await MeetAsync();
                await using var work = await db.BeginAsync(ct);
                if (await db.Set<AuditEntry>().AnyAsync(a => a.Subject == "lamp", ct)) return ((Result<Made>)Problem.Stale).ToCreated(_ => "");
                db.Audit(access, "test.take", "lamp", clock.GetUtcNow());
                await db.SaveChangesAsync(ct);
                await work.CommitAsync(ct);
                return ((Result<Made>)new Made(Guid.CreateVersion7(clock.GetUtcNow()))).ToCreated(m => $"/lamps/{m.Id}");
            }).AllowAnonymous().Idempotent();
            app.MapPost("/lamps/again", async (AppDb db, IAccess access, TimeProvider clock, CancellationToken ct) =>
            {
                db.Audit(access, "test.first", "again", clock.GetUtcNow());
                for (var i = 0; i < 2; i++) db.Append(new IdempotencyRecord { Caller = "other", Key = "twice", RequestHash = [], Status = 200, Location = null, Body = "", CreatedAt = clock.GetUtcNow() });   // refused
                await Assert.ThrowsAsync<DbUpdateException>(() => db.SaveChangesAsync(ct));
                db.Forget();
                db.Audit(access, "test.second", "again", clock.GetUtcNow());
                await db.SaveChangesAsync(ct);
                return ((Result<Made>)new Made(Guid.CreateVersion7(clock.GetUtcNow()))).ToCreated(m => $"/lamps/{m.Id}");
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
    public async Task A_save_that_fails_leaves_nothing_and_may_be_tried_again_in_the_same_request()
    {
        Assert.Equal(HttpStatusCode.Created, (await PostAsync("again", "", "/lamps/again")).StatusCode);
        Assert.Equal(["test.second"], await ground.WithDbAsync(db => db.Set<AuditEntry>().Where(a => a.Subject == "again").Select(a => a.Action).ToListAsync()));
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

    [Fact]
    public async Task Who_is_refused_because_of_the_same_request_a_moment_before_gets_its_answer()
    {
        var answers = await Task.WhenAll(PostAsync("key", "", "/lamps/take"), PostAsync("key", "", "/lamps/take"));
        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.Created, answer.StatusCode));
        Assert.Single(answers.Select(answer => answer.Headers.Location).Distinct());
        Assert.Equal(1, await CountAsync());
    }

    [Fact]
    public async Task Nobody_waits_for_another_who_has_not_written_yet()
    {
        var answers = await Task.WhenAll(PostAsync("one", "", "/lamps/take"), PostAsync("other", "", "/lamps/take"));
        Assert.DoesNotContain(HttpStatusCode.InternalServerError, answers.Select(answer => answer.StatusCode));
    }

    /// <summary>Goes on when two are inside.</summary>
    private Task MeetAsync()
    {
        if (Interlocked.Increment(ref inside) == 2) both.SetResult();
        return both.Task.WaitAsync(TimeSpan.FromSeconds(20));
    }

    private async Task<HttpResponseMessage> PostAsync(string key, string name, string path = "/things")
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = JsonContent.Create(new { name }) };
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

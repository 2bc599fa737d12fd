using System.Security.Claims;
using Linli.Platform.Access;
using Linli.Platform.Data;
using Linli.Platform.Live;
using Linli.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace Linli.Platform.Tests.Live;

public abstract class LiveTests(string kind)
{
    private static readonly Guid OwnUnit = new("00000000-0000-7000-8000-000000000001");

    [Fact]
    public async Task Every_node_hears_what_one_node_tells()
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var one = await NodeAsync(database);
        await using var other = kind == "sqlite" ? null : await NodeAsync(database);
        using var end = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        using var line = await OpenAsync(other ?? one, "cases", end.Token);
        var subject = Guid.CreateVersion7();
        await Task.Delay(kind == "sqlite" ? 0 : 1000, end.Token);   // the other node may still be connecting
        await TellAsync(one, new("cases", "990101001", OwnUnit, subject));
        Assert.Equal(subject.ToString(), await NextAsync(line));
    }

    [Fact]
    public async Task Who_has_heard_that_the_line_is_open_misses_nothing_that_follows()
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var node = await NodeAsync(database);
        using var end = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        for (var time = 0; time < 200; time++)
        {
            using var line = await OpenAsync(node, "cases", end.Token);
            var subject = Guid.CreateVersion7();
            node.Services.GetRequiredService<LiveFeed>().Tell(new("cases", "990101001", OwnUnit, subject));
            Assert.Equal(subject.ToString(), await NextAsync(line).WaitAsync(TimeSpan.FromSeconds(5), end.Token));
        }
    }

    [Fact]
    public async Task What_happens_between_the_drawing_of_a_page_and_the_opening_of_its_line_is_heard()
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var node = await NodeAsync(database);
        using var end = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        var feed = node.Services.GetRequiredService<LiveFeed>();
        feed.Tell(new("cases", "990101001", OwnUnit, Guid.CreateVersion7()));   // the page shows it already
        var drawn = node.Services.GetRequiredService<TimeProvider>().GetUtcNow();
        var (missed, foreign) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        feed.Tell(new("cases", "990102001", OwnUnit, foreign));
        feed.Tell(new("cases", "990101001", OwnUnit, missed));
        using var line = await OpenAsync(node, $"cases?since={drawn.UtcTicks}", end.Token);
        Assert.Equal(missed.ToString(), await NextAsync(line).WaitAsync(end.Token));
    }

    [Fact]
    public async Task A_browser_that_opens_the_line_anew_hears_what_it_missed_and_nothing_twice()
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var node = await NodeAsync(database);
        using var end = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        var feed = node.Services.GetRequiredService<LiveFeed>();
        string heard;
        using (var line = await OpenAsync(node, "cases", end.Token))
        {
            feed.Tell(new("cases", "990101001", OwnUnit, Guid.CreateVersion7()));
            await NextAsync(line);
            heard = (await line.ReadLineAsync(end.Token))!["id: ".Length..];
        }
        var missed = Guid.CreateVersion7();
        feed.Tell(new("cases", "990101001", OwnUnit, missed));
        using var again = new HttpRequestMessage(HttpMethod.Get, "/live/cases?since=1") { Headers = { { "Last-Event-ID", heard } } };
        using var answer = await node.Client.SendAsync(again, HttpCompletionOption.ResponseHeadersRead, end.Token);
        using var next = new StreamReader(await answer.Content.ReadAsStreamAsync(end.Token));
        Assert.Equal(missed.ToString(), await NextAsync(next).WaitAsync(end.Token));
    }

    [Fact]
    public async Task Who_was_away_for_longer_than_the_program_remembers_looks_at_everything_again()
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var node = await NodeAsync(database);
        using var end = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        using var line = await OpenAsync(node, "cases,alarms?since=1", end.Token);
        Assert.Equal([("event: cases", Guid.Empty.ToString()), ("event: alarms", Guid.Empty.ToString())], [(await line.ReadLineAsync(end.Token), await NextAsync(line)), (await EventAsync(), await NextAsync(line))]);

        async Task<string?> EventAsync()
        {
            string? text;
            do text = await line.ReadLineAsync(end.Token);
            while (text?.StartsWith("event: ", StringComparison.Ordinal) is false);
            return text;
        }
    }

    [Fact]
    public async Task A_flood_of_one_topic_does_not_wash_away_what_another_says()
    {
        var (feed, alarm) = (new LiveFeed(TimeProvider.System), new LiveChange("alarms", "990101001", null, Guid.CreateVersion7()));
        using var end = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        await using var line = feed.ListenAsync(null, end.Token).GetAsyncEnumerator(end.Token);
        Assert.True(await line.MoveNextAsync());   // the line is open
        feed.Tell(alarm);
        for (var i = 0; i < 5_000; i++) feed.Tell(new("cases", "990101001", null, Guid.CreateVersion7()));
        Assert.True(await line.MoveNextAsync());
        Assert.Equal(alarm, line.Current.Change);
        Assert.True(await line.MoveNextAsync());
        Assert.Equal("cases", line.Current.Change.Topic);
    }

    [Fact]
    public async Task A_listener_hears_only_its_divisions_its_unit_and_its_topic()
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var node = await NodeAsync(database);
        using var end = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        using var line = await OpenAsync(node, "cases", end.Token);
        await Task.Delay(kind == "sqlite" ? 0 : 1000, end.Token);
        var heard = Guid.CreateVersion7();
        await TellAsync(node, new("cases", "990102001", OwnUnit, Guid.CreateVersion7()));
        await TellAsync(node, new("cases", "990101001", Guid.CreateVersion7(), Guid.CreateVersion7()));
        await TellAsync(node, new("units", "990101001", OwnUnit, Guid.CreateVersion7()));
        await TellAsync(node, new("cases", "990101001", OwnUnit, heard));
        Assert.Equal(heard.ToString(), await NextAsync(line));
    }

    [Fact]
    public async Task Nobody_hears_of_a_change_that_was_undone()
    {
        if (kind == "sqlite") return;   // told within the process, after the change
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var node = await NodeAsync(database);
        using var end = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        using var line = await OpenAsync(node, "cases", end.Token);
        await Task.Delay(1000, end.Token);
        await node.WithDbAsync(async db =>
        {
            await using var work = await db.BeginAsync();
            await node.Services.GetRequiredService<LiveFeed>().TellAsync(db, [new("cases", "990101001", OwnUnit, Guid.CreateVersion7())], default);
        });
        var heard = Guid.CreateVersion7();
        await TellAsync(node, new("cases", "990101001", OwnUnit, heard));
        Assert.Equal(heard.ToString(), await NextAsync(line));
    }

    [Fact]
    public async Task A_line_ends_when_the_program_stops()
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        var node = await NodeAsync(database);
        using var end = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        using var line = await OpenAsync(node, "cases", end.Token);
        await node.DisposeAsync();
        Assert.Null(await NextAsync(line));
    }

    private static async Task<Ground> NodeAsync(TestDatabase database)
    {
        var node = await Ground.BuildAsync(database, map: app =>
        {
            app.Use((http, next) =>
            {
                http.User = new(new ClaimsIdentity(
                    [new(AccessClaims.Division, "990101"), new(AccessClaims.Unit, OwnUnit.ToString()), new(AccessClaims.OwnUnitOnly, "true")], "test"));
                return next(http);
            });
            app.UseAuthorization();
            app.MapLive();
        });
        return await node.StartAsync();
    }

    private static Task TellAsync(Ground node, LiveChange change) =>
        node.WithDbAsync((AppDb db) => node.Services.GetRequiredService<LiveFeed>().TellAsync(db, [change], default));

    private static async Task<StreamReader> OpenAsync(Ground node, string topic, CancellationToken ct)
    {
        var line = new StreamReader(await node.Client.GetStreamAsync($"/live/{topic}", ct));
        while (await line.ReadLineAsync(ct) is not (null or "")) { }   // the first heartbeat
        return line;
    }

    private static async Task<string?> NextAsync(StreamReader line)
    {
        while (await line.ReadLineAsync() is { } text)
            if (text.StartsWith("data: ", StringComparison.Ordinal) && text.Length > "data: ".Length) return text["data: ".Length..];
        return null;
    }
}

public sealed class LiveOnSqlite() : LiveTests("sqlite");

public sealed class LiveOnPostgres() : LiveTests("postgres");

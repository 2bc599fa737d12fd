using System.Collections.Concurrent;
using Linli.Contracts;
using Linli.Platform.Events;
using Linli.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Linli.Platform.Tests.Outbox;

public abstract class OutboxTests(string kind)
{
    [Fact]
    public async Task Every_subscriber_handles_every_message_once_while_two_pumps_race()
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        var handled = new Handled();
        await using var one = await NodeAsync(database, handled);
        await using var two = await NodeAsync(database, handled);
        await PublishAsync(one, 250);
        await Task.WhenAll(DrainAsync(one), DrainAsync(two));
        Assert.Equal(500, handled.Calls.Count);
        Assert.Equal(500, handled.Calls.Distinct().Count());
        Assert.Equal(500, await one.WithDbAsync(db => db.Set<InboxEntry>().CountAsync()));
    }

    [Fact]
    public async Task A_subscriber_that_was_done_before_a_crash_is_not_called_again()
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        var handled = new Handled { FailsFor = "test.second", Until = 1 };
        await using var node = await NodeAsync(database, handled);
        await PublishAsync(node, 1);
        await DrainAsync(node);   // the first is done, the second fails: as if the program had died between them
        await MakeDueAsync(node);
        await DrainAsync(node);
        Assert.Equal(["test.first", "test.second"], handled.Calls.Select(c => c.Subscriber).Order());
    }

    [Fact]
    public async Task A_failure_is_tried_ever_later_and_parked_after_ten_attempts()
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        var handled = new Handled { FailsFor = "test.first", Until = int.MaxValue };
        await using var node = await NodeAsync(database, handled);
        await PublishAsync(node, 1);
        for (var attempt = 1; attempt < OutboxPump.MaxAttempts; attempt++)
        {
            var begun = TimeProvider.System.GetUtcNow();
            await DrainAsync(node);
            var message = await node.WithDbAsync(db => db.Set<OutboxMessage>().AsNoTracking().SingleAsync());
            Assert.Equal(attempt, message.Attempts);
            Assert.InRange(message.NextAt!.Value, begun.AddSeconds(Math.Pow(2, attempt)), DateTimeOffset.MaxValue);
            await MakeDueAsync(node);
        }
        await DrainAsync(node);
        var parked = await node.WithDbAsync(db => db.Set<OutboxMessage>().AsNoTracking().SingleAsync());
        Assert.NotNull(parked.ParkedAt);
        Assert.Null(parked.NextAt);
        Assert.Contains("not today", parked.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_bad_message_holds_up_no_other()
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var node = await NodeAsync(database, new Handled { Bad = 2 });
        await PublishAsync(node, 5);
        await node.Services.GetRequiredService<OutboxPump>().PumpAsync(default);
        var waiting = Assert.Single(await node.WithDbAsync(db => db.Set<OutboxMessage>().AsNoTracking().Where(m => m.NextAt != null).ToListAsync()));
        Assert.Contains("\"number\":2", waiting.Payload, StringComparison.Ordinal);
        Assert.Equal(4 * 2, await node.WithDbAsync(db => db.Set<InboxEntry>().CountAsync(e => e.MessageId != waiting.Id)));
        Assert.Equal(0, await node.WithDbAsync(db => db.Set<InboxEntry>().CountAsync(e => e.MessageId == waiting.Id)));
    }

    [Fact]
    public async Task A_listener_hears_of_many_at_once_and_of_each_once_and_holds_up_nobody()
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        var handled = new Handled { FailsFor = "test.first", Until = 1 };
        await using var node = await NodeAsync(database, handled);
        await PublishAsync(node, 3);
        await DrainAsync(node);
        await MakeDueAsync(node);   // one is delivered once more
        await DrainAsync(node);
        Assert.Equal([0, 1, 2], Assert.Single(handled.Heard).Order());
        Assert.Equal(0, await node.WithDbAsync(db => db.Set<OutboxMessage>().CountAsync(m => m.NextAt != null)));
    }

    [Fact]
    public async Task What_is_undone_is_not_delivered()
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        var handled = new Handled();
        await using var node = await NodeAsync(database, handled);
        await node.WithDbAsync(async db =>
        {
            await using var work = await db.BeginAsync();
            db.Publish(new Happened(1), TimeProvider.System.GetUtcNow());
            await db.SaveChangesAsync();
        });
        await DrainAsync(node);
        Assert.Empty(handled.Calls);
    }

    private static Task<Ground> NodeAsync(TestDatabase database, Handled handled) => Ground.BuildAsync(database, services => services
        .AddSingleton(handled)
        .Listen<Happened, Deaf>()
        .Listen<Happened, Ear>()
        .Subscribe<Happened, First>("test.first")
        .Subscribe<Happened, Second>("test.second"));

    private static Task PublishAsync(Ground node, int count) => node.WithDbAsync(async db =>
    {
        for (var i = 0; i < count; i++) db.Publish(new Happened(i), TimeProvider.System.GetUtcNow());
        await db.SaveChangesAsync();
    });

    private static async Task DrainAsync(Ground node)
    {
        while (await node.Services.GetRequiredService<OutboxPump>().PumpAsync(default) > 0) { }
    }

    private static Task MakeDueAsync(Ground node) => node.WithDbAsync(async db =>
    {
        var now = TimeProvider.System.GetUtcNow();
        await using var work = await db.BeginAsync();
        await db.Set<OutboxMessage>().Where(m => m.NextAt != null).ExecuteUpdateAsync(set => set.SetProperty(m => m.NextAt, now));
        await work.CommitAsync();
    });

    private sealed record Happened(int Number) : IEvent
    {
        public static string Name => "test.happened.v1";
    }

    private sealed class Handled
    {
        private int failures;

        public string? FailsFor { get; init; }
        public int Until { get; init; }

        /// <summary>A message that nobody can handle.</summary>
        public int? Bad { get; init; }
        public ConcurrentBag<(string Subscriber, int Number)> Calls { get; } = [];
        public ConcurrentBag<int[]> Heard { get; } = [];

        public void Handle(string subscriber, Happened happened)
        {
            if (subscriber == FailsFor && Interlocked.Increment(ref failures) <= Until) throw new InvalidOperationException("not today");
            if (happened.Number == Bad) throw new InvalidOperationException("never");
            Calls.Add((subscriber, happened.Number));
        }
    }

    private sealed class Deaf : IListener<Happened>
    {
        public Task HearAsync(IReadOnlyList<Happened> happened, CancellationToken ct) => throw new InvalidOperationException("what?");
    }

    private sealed class Ear(Handled handled) : IListener<Happened>
    {
        public Task HearAsync(IReadOnlyList<Happened> happened, CancellationToken ct)
        {
            handled.Heard.Add([.. happened.Select(h => h.Number)]);
            return Task.CompletedTask;
        }
    }

    private sealed class First(Handled handled) : ISubscriber<Happened>
    {
        public Task HandleAsync(Happened happened, CancellationToken ct)
        {
            handled.Handle("test.first", happened);
            return Task.CompletedTask;
        }
    }

    private sealed class Second(Handled handled) : ISubscriber<Happened>
    {
        public Task HandleAsync(Happened happened, CancellationToken ct)
        {
            handled.Handle("test.second", happened);
            return Task.CompletedTask;
        }
    }
}

public sealed class OutboxOnSqlite() : OutboxTests("sqlite");

public sealed class OutboxOnPostgres() : OutboxTests("postgres");

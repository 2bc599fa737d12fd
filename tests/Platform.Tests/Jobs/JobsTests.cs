using System.Collections.Concurrent;
using Linli.Platform.Jobs;
using Linli.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Linli.Platform.Tests.Jobs;

public abstract class JobsTests(string kind)
{
    [Fact]
    public async Task A_recurring_job_runs_and_its_history_is_kept()
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        var seen = new Seen();
        await using var node = await Node(database, seen);
        await node.StartAsync();
        await Ground.EventuallyAsync(() => Task.FromResult(seen.Rounds >= 2));
        await Ground.EventuallyAsync(() => node.WithDbAsync(db => db.Set<JobRun>().AnyAsync(r => r.Job == "test.round" && r.Outcome == JobOutcome.Succeeded)));
    }

    [Fact]
    public async Task Two_nodes_never_run_a_job_beside_itself()
    {
        if (kind == "sqlite") return;   // one node only
        await using var database = await TestDatabase.CreateAsync(kind);
        var seen = new Seen();
        await using var one = await Node(database, seen);
        await using var two = await Node(database, seen);
        await Task.WhenAll(one.StartAsync(), two.StartAsync());
        await Ground.EventuallyAsync(() => Task.FromResult(seen.Rounds >= 5));
        Assert.Equal(1, seen.MostAtOnce);
    }

    [Fact]
    public async Task Delayed_work_outlives_the_program_and_runs_once()
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        var seen = new Seen();
        await using (var before = await Node(database, seen))
        {
            await before.StartAsync();
            var soon = TimeProvider.System.GetUtcNow().AddSeconds(2);
            await before.Services.GetRequiredService<DelayedJobs>().ScheduleAsync("test.later", "42", soon, new Letter("你好"), default);
        }
        await using var after = await Node(database, seen);
        await after.StartAsync();
        await Ground.EventuallyAsync(() => Task.FromResult(!seen.Letters.IsEmpty));
        await Task.Delay(500);
        Assert.Equal(["你好"], seen.Letters);
    }

    [Fact]
    public async Task A_failed_run_is_kept_with_its_reason_and_the_job_comes_round_again()
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        var seen = new Seen { Fails = true };
        await using var node = await Node(database, seen);
        await node.StartAsync();
        await Ground.EventuallyAsync(() => Task.FromResult(seen.Rounds >= 2));
        await Ground.EventuallyAsync(() => node.WithDbAsync(db => db.Set<JobRun>().AnyAsync(r => r.Outcome == JobOutcome.Failed && r.Error!.Contains("no luck"))));
    }

    private static Task<Ground> Node(TestDatabase database, Seen seen) => Ground.BuildAsync(database, services => services
        .AddSingleton(seen)
        .AddJob<Round>("test.round", Every.Seconds(1))
        .AddDelayedJob<Later, Letter>("test.later"));

    private sealed record Letter(string Text);

    private sealed class Seen
    {
        private int rounds, running, most;

        public bool Fails { get; init; }
        public int Rounds => rounds;
        public int MostAtOnce => most;
        public ConcurrentQueue<string> Letters { get; } = [];

        public void Enter()
        {
            var now = Interlocked.Increment(ref running);
            if (now > most) most = now;
        }

        public void Leave()
        {
            Interlocked.Decrement(ref running);
            Interlocked.Increment(ref rounds);
        }
    }

    private sealed class Round(Seen seen) : IJob
    {
        public async Task RunAsync(CancellationToken ct)
        {
            seen.Enter();
            await Task.Delay(1500, ct);   // longer than its round
            seen.Leave();
            if (seen.Fails) throw new InvalidOperationException("no luck");
        }
    }

    private sealed class Later(Seen seen) : IJob<Letter>
    {
        public Task RunAsync(Letter data, CancellationToken ct)
        {
            seen.Letters.Enqueue(data.Text);
            return Task.CompletedTask;
        }
    }
}

public sealed class JobsOnSqlite() : JobsTests("sqlite");

public sealed class JobsOnPostgres() : JobsTests("postgres");

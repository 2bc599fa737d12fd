using Linli.Demo;
using Linli.Modules.Tests.Cases.Resident;
using Linli.Platform.Access;
using Linli.Platform.Data;
using Linli.Platform.Events;
using Linli.Platform.Live;
using Linli.Testing;
using Linli.Ui;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Linli.Modules.Tests.Ui;

public sealed class ReaderMemoryTests
{
    private const string Line = "/desk";
    private readonly Clock clock = new();
    private readonly LiveFeed feed;
    private readonly OutboxProgress outbox = new();
    private readonly ReaderMemory memory;
    private readonly Actor clerk = new(ActorKind.Staff, Guid.CreateVersion7(), "clerk");
    private int counted;

    public ReaderMemoryTests()
    {
        feed = new(clock);
        memory = new(feed, outbox, clock);
    }

    [Fact]
    public async Task Figures_are_counted_once_until_something_changes_where_the_reader_may_look()
    {
        Assert.Equal(1, await ReadAsync());
        Assert.Equal(1, await ReadAsync());
        feed.Tell(Change("990101002"));   // another street
        feed.Tell(Change("990101001003004"));
        Assert.Equal(2, await ReadAsync());
        Assert.Equal(2, await ReadAsync());
        feed.Tell(LiveChange.Unknown);
        Assert.Equal(3, await ReadAsync());
    }

    [Fact]
    public async Task Who_sends_something_looks_elsewhere_or_comes_after_half_a_minute_is_counted_for_anew()
    {
        Assert.Equal(1, await ReadAsync());
        memory.Forget(clerk.Id!.Value);
        Assert.Equal(2, await ReadAsync());
        Assert.Equal(3, await ReadAsync("990101002"));
        clock.Now += TimeSpan.FromSeconds(31);
        Assert.Equal(4, await ReadAsync("990101002"));
    }

    [Fact]
    public async Task Nothing_is_remembered_while_an_event_of_this_node_was_not_heard_yet()
    {
        Assert.Equal(1, await ReadAsync());
        outbox.Publish();
        Assert.Equal(2, await ReadAsync());
        outbox.Hear(outbox.Published);   // it was about something else, or the feed would have told
        Assert.Equal(1, await ReadAsync());
    }

    [Fact]
    public async Task What_a_change_has_overtaken_while_it_was_counted_is_not_kept()
    {
        Assert.Equal(1, await ReadAsync(meanwhile: () => memory.Forget(clerk.Id!.Value)));
        Assert.Equal(2, await ReadAsync());
    }

    [Fact]
    public async Task A_request_that_sends_something_has_its_senders_figures_counted_anew()
    {
        var app = await LinliApp.SharedAsync("sqlite");
        var name = app.DemoUser(DemoRole.StreetClerk, "990101003");
        var account = await app.ReadAsync(db => db.Set<Linli.Identity.Accounts.Account>().Where(a => a.UserName == name).Select(a => a.Id).SingleAsync());
        var served = app.Services.GetRequiredService<ReaderMemory>();
        var access = new BorrowedAccess(new(ActorKind.Staff, account, name), "990101003");
        await served.ReadAsync(access, "figures", Count);
        await (await app.SignInAsync(name)).PostAsync("/api/v1/cases", new StringContent("{"));
        await served.ReadAsync(access, "figures", Count);
        Assert.Equal(2, counted);
    }

    [Fact]
    public async Task Who_hears_of_a_change_and_looks_again_finds_nothing_older()
    {
        Assert.Equal(1, await ReadAsync());
        using var end = new CancellationTokenSource();
        await using var line = feed.ListenAsync(null, end.Token).GetAsyncEnumerator();
        await line.MoveNextAsync();   // it is open
        var heard = line.MoveNextAsync().AsTask().ContinueWith(async _ => await ReadAsync(), TaskScheduler.Default).Unwrap();
        feed.Tell(Change("990101001"));
        Assert.Equal(2, await heard);
        await end.CancelAsync();
    }

    private async Task<int> ReadAsync(string division = "990101001", Action? meanwhile = null) => (await memory.ReadAsync(new BorrowedAccess(clerk, division), "figures", () =>
    {
        meanwhile?.Invoke();
        return Count();
    }))[Line];

    private Task<IReadOnlyDictionary<string, int>> Count() => Task.FromResult<IReadOnlyDictionary<string, int>>(new Dictionary<string, int> { [Line] = ++counted });

    private static LiveChange Change(string division) => new("cases", division, null, Guid.CreateVersion7());

    private sealed class Clock : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = new(2026, 11, 23, 0, 0, 0, TimeSpan.Zero);

        public override DateTimeOffset GetUtcNow() => Now += TimeSpan.FromTicks(1);
    }
}

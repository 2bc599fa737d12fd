using System.Collections.Concurrent;
using Linli.Platform.Messages;
using Linli.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Linli.Platform.Tests.Messages;

public abstract class MessagePumpTests(string kind)
{
    [Fact]
    public async Task Every_message_reaches_the_carrier_once_while_two_nodes_send()
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        var carrier = new Carrier();
        await using var one = await NodeAsync(database, carrier);
        await using var two = await NodeAsync(database, carrier);
        await SendAsync(one, 120);
        while (await WaitingAsync(one) > 0) await Task.WhenAll(PumpAsync(one), PumpAsync(two));
        Assert.Equal(120, carrier.Taken.Count);
        Assert.Equal(120, carrier.Taken.Distinct().Count());
        Assert.Equal(120, await one.WithDbAsync(db => db.Messages.CountAsync(m => m.DeliveredAt != null)));
    }

    [Fact]
    public async Task What_the_carrier_refuses_is_tried_again_later_and_holds_up_no_other()
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        var carrier = new Carrier { Refuses = "words 1" };
        await using var node = await NodeAsync(database, carrier);
        await SendAsync(node, 3);
        await PumpAsync(node);
        Assert.Equal(2, carrier.Taken.Count);
        var waiting = await node.WithDbAsync(db => db.Messages.AsNoTracking().SingleAsync(m => m.NextAt != null));
        Assert.Equal((1, nameof(InvalidOperationException)), (waiting.Attempts, waiting.Error));
        Assert.True(waiting.NextAt > TimeProvider.System.GetUtcNow());
    }

    [Fact]
    public async Task What_fails_eight_times_is_given_up_with_every_attempt_in_the_log()
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var node = await NodeAsync(database, new Carrier { Refuses = "words 0" });
        await SendAsync(node, 1);
        var pauses = new List<TimeSpan>();
        for (var attempt = 1; attempt <= 8; attempt++)
        {
            await node.ExecuteAsync("UPDATE platform_message SET next_at = created_at");   // as if the pause were over
            await PumpAsync(node);
            if (await node.WithDbAsync(db => db.Messages.Select(m => m.NextAt).SingleAsync()) is { } next) pauses.Add(next - TimeProvider.System.GetUtcNow());
        }
        Assert.Equal(7, pauses.Count);
        Assert.Equal(pauses.Order(), pauses);
        Assert.True(pauses[^1] > TimeSpan.FromHours(1.9));
        Assert.Equal(DeliveryState.GivenUp, await node.WithDbAsync(db => db.Messages.Select(m => m.State).SingleAsync()));
        Assert.Equal(8, await node.WithDbAsync(db => db.DeliveryAttempts.CountAsync(a => a.Error == nameof(InvalidOperationException))));
    }

    private static Task<Ground> NodeAsync(TestDatabase database, Carrier carrier) =>
        Ground.BuildAsync(database, services => services.AddSingleton<IMessageSender>(carrier));

    private static Task SendAsync(Ground node, int count) => node.WithDbAsync(async db =>
    {
        for (var i = 0; i < count; i++) db.Send(new("10020000001", $"words {i}", "test", $"test/{i}"), TimeProvider.System.GetUtcNow());
        await db.SaveChangesAsync();
    });

    private static Task<int> PumpAsync(Ground node) => node.Services.GetRequiredService<MessagePump>().PumpAsync(default);

    private static Task<int> WaitingAsync(Ground node) => node.WithDbAsync(db => db.Messages.CountAsync(m => m.NextAt != null));

    private sealed class Carrier : IMessageSender
    {
        public string? Refuses { get; init; }
        public ConcurrentBag<Guid> Taken { get; } = [];

        public Task SendAsync(Guid id, OutgoingMessage message, CancellationToken ct)
        {
            if (message.Text == Refuses) throw new InvalidOperationException("no");
            Taken.Add(id);
            return Task.CompletedTask;
        }
    }
}

public sealed class MessagePumpOnSqlite() : MessagePumpTests("sqlite");

public sealed class MessagePumpOnPostgres() : MessagePumpTests("postgres");

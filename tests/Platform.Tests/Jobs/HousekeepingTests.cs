using Linli.Platform.Data;
using Linli.Platform.Jobs;
using Linli.Platform.Messages;
using Linli.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Linli.Platform.Tests.Jobs;

public abstract class HousekeepingTests(string kind)
{
    [Fact]
    public async Task Of_messages_address_and_words_go_after_a_month_and_what_became_of_them_stays_two_years()
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var ground = await Ground.BuildAsync(database);
        var now = TimeProvider.System.GetUtcNow();
        await ground.WithDbAsync(async db =>
        {
            Add(db, "delivered long ago", now.AddDays(-31), delivered: true);
            Add(db, "given up long ago", now.AddDays(-31), delivered: false);
            Add(db, "delivered", now.AddDays(-29), delivered: true);
            Add(db, "delivered years ago", now.AddDays(-731), delivered: true);
            Add(db, "still to be sent", now.AddDays(-31), delivered: false).NextAt = now;
            await db.SaveChangesAsync();
        });
        await ground.InScopeAsync(async scope =>
        {
            await ActivatorUtilities.CreateInstance<Housekeeping>(scope).RunAsync(TestContext.Current.CancellationToken);
            return 0;
        });
        var kept = await ground.WithDbAsync(db => db.Messages.AsNoTracking().ToDictionaryAsync(m => m.Subject, m => (m.Address, m.Text)));
        Assert.Equal(["delivered", "delivered long ago", "given up long ago", "still to be sent"], kept.Keys.Order());
        Assert.Equal(["delivered", "still to be sent"], kept.Where(m => m.Value is (not null, not null)).Select(m => m.Key).Order());
        Assert.All(kept.Values, m => Assert.Equal(m.Address is null, m.Text is null));
    }

    private static QueuedMessage Add(AppDb db, string subject, DateTimeOffset at, bool delivered) => db.Add(new QueuedMessage
    {
        Id = Guid.CreateVersion7(at), Way = MessageWay.Sms, Address = [1], Text = [1], MaskedAddress = null, Title = null, Purpose = "test", Subject = subject, DivisionCode = "", Urgent = false, Receipt = false, CreatedAt = at,
        State = delivered ? DeliveryState.Delivered : DeliveryState.GivenUp, DeliveredAt = delivered ? at : null,
    }).Entity;
}

public sealed class HousekeepingOnSqlite() : HousekeepingTests("sqlite");

public sealed class HousekeepingOnPostgres() : HousekeepingTests("postgres");

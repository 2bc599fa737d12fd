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
    public async Task Messages_to_phones_are_removed_a_month_after_they_went_out_or_were_given_up()
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var ground = await Ground.BuildAsync(database);
        var now = TimeProvider.System.GetUtcNow();
        await ground.WithDbAsync(async db =>
        {
            Add(db, "delivered long ago", now.AddDays(-31), delivered: true);
            Add(db, "given up long ago", now.AddDays(-31), delivered: false);
            Add(db, "delivered", now.AddDays(-29), delivered: true);
            Add(db, "still to be sent", now.AddDays(-31), delivered: false).NextAt = now;
            await db.SaveChangesAsync();
        });
        await ground.InScopeAsync(async scope =>
        {
            await ActivatorUtilities.CreateInstance<Housekeeping>(scope).RunAsync(TestContext.Current.CancellationToken);
            return 0;
        });
        Assert.Equal(["delivered", "still to be sent"], await ground.WithDbAsync(db => db.Messages.OrderBy(m => m.Subject).Select(m => m.Subject).ToListAsync()));
    }

    private static QueuedMessage Add(AppDb db, string subject, DateTimeOffset at, bool delivered) => db.Add(new QueuedMessage
    {
        Id = Guid.CreateVersion7(at), Phone = [1], Text = [1], Purpose = "test", Subject = subject, CreatedAt = at, DeliveredAt = delivered ? at : null,
    }).Entity;
}

public sealed class HousekeepingOnSqlite() : HousekeepingTests("sqlite");

public sealed class HousekeepingOnPostgres() : HousekeepingTests("postgres");

using Linli.Platform.Access;
using Linli.Platform.Data;
using Linli.Platform.Messages;
using Linli.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Linli.Modules.Tests.Identity;

public abstract class MessageTests(string database) : ModuleTest(database)
{
    [Fact]
    public async Task A_message_is_delivered_after_the_change_it_came_with_is_saved()
    {
        var subject = $"test/{Guid.CreateVersion7(DateTimeOffset.UtcNow)}";
        await SendAsync(subject, save: true);
        await Soon.HoldsAsync(async () => (await FindAsync(subject))!.DeliveredAt is not null);
    }

    [Fact]
    public async Task A_message_goes_nowhere_when_its_change_is_undone()
    {
        var subject = $"test/{Guid.CreateVersion7(DateTimeOffset.UtcNow)}";
        await SendAsync(subject, save: false);
        Assert.Null(await FindAsync(subject));
    }

    private async Task SendAsync(string subject, bool save)
    {
        await using var scope = App.Services.CreateSystemScope("test");
        var db = scope.ServiceProvider.GetRequiredService<AppDb>();
        await using var work = await db.BeginAsync();
        db.Send(new("10000000000", "您的诉求已受理", "test.message", subject), DateTimeOffset.UtcNow);
        await db.SaveChangesAsync();
        if (save) await work.CommitAsync();
    }

    private async Task<SentMessage?> FindAsync(string subject)
    {
        await using var scope = App.Services.CreateSystemScope("test");
        var latest = await scope.ServiceProvider.GetRequiredService<MessageOutbox>().LatestAsync(1000, default);
        return latest.FirstOrDefault(m => m.Message.Subject == subject);
    }
}

public sealed class MessageOnSqlite() : MessageTests("sqlite");

public sealed class MessageOnPostgres() : MessageTests("postgres");

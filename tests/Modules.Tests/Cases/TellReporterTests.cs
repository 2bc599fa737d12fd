using System.Globalization;
using Linli.Cases.AcceptCase;
using Linli.Cases.ReceiveCase;
using Linli.Modules.Tests.Cases.Resident;
using Linli.Platform.Access;
using Linli.Platform.Data;
using Linli.Platform.Messages;
using Linli.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Linli.Modules.Tests.Cases;

public abstract class TellReporterTests(string database) : ModuleTest(database)
{
    [Fact]
    public async Task Who_left_a_number_is_told_of_each_node_once_and_who_did_not_is_left_alone()
    {
        var told = await FileAsync("10020009001");
        var silent = await FileAsync(null);
        await AcceptAsync(told);
        await AcceptAsync(silent);

        await Soon.HoldsAsync(async () => (await SentAsync(told)).Count >= 2);
        Assert.Equal(["cases.Accept", "cases.Receive"], await SentAsync(told));
        Assert.Empty(await SentAsync(silent));
    }

    [Fact]
    public async Task The_language_is_that_of_the_place_whatever_the_clerk_reads()
    {
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("en");
        var filed = await FileAsync("10020009002");
        Assert.Equal("en", CultureInfo.CurrentUICulture.Name);

        await using var scope = App.Services.CreateSystemScope("test");
        var sent = await scope.ServiceProvider.GetRequiredService<MessageOutbox>().LatestAsync(100, CancellationToken.None);
        Assert.Contains("已登记", sent.Single(m => m.Message.Subject == $"case/{filed.Id}").Message.Text, StringComparison.Ordinal);
    }

    private async Task<ReceivedCase> FileAsync(string? phone)
    {
        await using var scope = App.Services.CreateSystemScope("test");
        var result = await scope.ServiceProvider.GetRequiredService<ReceiveCaseHandler>().HandleAsync(new() { Text = "楼道灯坏了", Phone = phone }, CancellationToken.None);
        Assert.True(result.Succeeded(out var filed, out _));
        return filed;
    }

    private async Task AcceptAsync(ReceivedCase filed)
    {
        await using var scope = App.Services.CreateSystemScope("test");
        Assert.True((await scope.ServiceProvider.GetRequiredService<AcceptCaseHandler>().HandleAsync(filed.Id, new() { Version = 1 }, CancellationToken.None)).Succeeded(out _, out _));
    }

    /// <summary>Purposes of the messages about a case.</summary>
    private Task<List<string>> SentAsync(ReceivedCase filed)
    {
        var subject = $"case/{filed.Id}";
        return App.ReadAsync(db => db.Database.SqlQuery<string>($"SELECT purpose AS \"Value\" FROM platform_message WHERE subject = {subject} ORDER BY purpose").ToListAsync());
    }
}

public sealed class TellReporterOnSqlite() : TellReporterTests("sqlite");

public sealed class TellReporterOnPostgres() : TellReporterTests("postgres");

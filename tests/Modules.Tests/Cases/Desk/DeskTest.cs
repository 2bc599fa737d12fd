using System.Net.Http.Json;
using System.Text.Json;
using Linli.Cases;
using Linli.Cases.Channels;
using Linli.Cases.Deadlines;
using Linli.Cases.EditChannels;
using Linli.Cases.ReceiveCase;
using Linli.Cases.Taxonomy;
using Linli.Contracts.Grids;
using Linli.Demo;
using Linli.Platform.Access;
using Linli.Platform.Data;
using Linli.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Linli.Modules.Tests.Cases.Desk;

/// <summary>Cases on staff's desks: files them where a test needs them, and signs in who works there.</summary>
public abstract class DeskTest(string database) : ModuleTest(database)
{
    protected const string Street = "990101001", OtherStreet = "990101002";

    private protected Task<HttpClient> ClerkAsync(string street = Street) => App.SignInAsync(App.DemoUser(DemoRole.StreetClerk, street));

    /// <summary>A case in a street, of a category that the responsibility list knows.</summary>
    private protected async Task<Case> FileAsync(string street = Street, string text = "小区门口的路灯不亮了", string? channel = null)
    {
        await using var scope = App.Services.CreateSystemScope("test");
        var services = scope.ServiceProvider;
        var grid = services.GetRequiredService<IDivisions>().Below(services.GetRequiredService<IDivisions>().Below(street)[0].Code)[0];
        var taxonomy = await services.GetRequiredService<TaxonomyCache>().GetAsync(default);
        var leaf = taxonomy.Leaves.First(l => taxonomy.Responsibilities.Find(l.Code, grid.Code) is not null);
        if (channel is not null) await OpenAsync(channel);
        var result = await services.GetRequiredService<ReceiveCaseHandler>().HandleAsync(new() { Text = text, CategoryCode = leaf.Code, Channel = channel, Phone = "10020000001", Name = "张测试" }, default);
        Assert.True(result.Succeeded(out var received, out var problem), problem?.Code);
        var db = services.GetRequiredService<AppDb>();
        var filed = await db.Cases.SingleAsync(c => c.Id == received.Id);
        filed.DivisionCode = grid.Code;
        filed.Lead(taxonomy.Responsibilities.Find(leaf.Code, grid.Code)!.UnitId);
        await db.SaveChangesAsync();
        return filed;
    }

    /// <summary>Opens a channel of a test's own, or changes it.</summary>
    private protected async Task<Channel> OpenAsync(string code, Action<SaveChannel>? change = null)
    {
        await using var scope = App.Services.CreateSystemScope("test");
        var before = await scope.ServiceProvider.GetRequiredService<AppDb>().Channels.AsNoTracking().SingleOrDefaultAsync(c => c.Code == code);
        var command = before is null ? new SaveChannel { Name = "渠道 " + code, Kind = ChannelKind.System, Active = true } : SaveChannel.From(before);
        change?.Invoke(command);
        var saved = await scope.ServiceProvider.GetRequiredService<SaveChannelHandler>().HandleAsync(code, command, default);
        Assert.True(saved.Succeeded(out var channel, out var problem), problem?.Code);
        return channel;
    }

    /// <summary>A code that no other test uses.</summary>
    private protected static string NewCode() => "test-" + Guid.CreateVersion7().ToString("N")[16..];

    private protected async Task<Case> NowAsync(Guid id)
    {
        await using var scope = App.Services.CreateSystemScope("test");
        return await scope.ServiceProvider.GetRequiredService<AppDb>().Cases.AsNoTracking().SingleAsync(c => c.Id == id);
    }

    /// <summary>Does something over the API and expects it to work.</summary>
    private protected static async Task<CaseState> DoAsync(HttpClient caller, Guid id, string verb, object command)
    {
        var answer = await caller.PostAsJsonAsync($"/api/v1/cases/{id}/{verb}", command);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        return (await answer.Content.ReadFromJsonAsync<CaseState>(Platform.Texts.Json.Readable))!;
    }

    private protected static async Task<JsonElement> JsonAsync(HttpClient caller, string address)
    {
        var answer = await caller.GetAsync(address);
        Assert.True(answer.IsSuccessStatusCode, $"{address}: {answer.StatusCode}");
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }

    /// <summary>Somebody of a unit who handles its cases.</summary>
    private protected async Task<HttpClient> HandlerOfAsync(Guid unit)
    {
        var code = App.Services.GetRequiredService<IUnits>().Find(unit)!.Code;
        var account = SignIns.Plan.Accounts.First(a => a.Role == DemoRole.Handler && a.UnitCode == code);
        return await App.SignInAsync(account.UserName);
    }

    /// <summary>A case that a unit has been given, with a clerk of its street and somebody of the unit.</summary>
    private protected async Task<(Case Found, HttpClient Clerk, HttpClient Handler)> DispatchedAsync(string? channel = null)
    {
        var filed = await FileAsync(channel: channel);
        var clerk = await ClerkAsync();
        var accepted = await DoAsync(clerk, filed.Id, "accept", new { version = 1 });
        await DoAsync(clerk, filed.Id, "dispatch", new { version = accepted.Version, unitId = filed.UnitId });
        return (await NowAsync(filed.Id), clerk, await HandlerOfAsync(filed.UnitId!.Value));
    }

    /// <summary>A case that was handled and closed.</summary>
    private protected async Task<Case> ClosedCaseAsync()
    {
        var (found, clerk, handler) = await DispatchedAsync();
        var handled = await DoAsync(handler, found.Id, "handle", new { version = found.Version, remark = "修好了" });
        await DoAsync(clerk, found.Id, "close", new { version = handled.Version, remark = "修好了，请放心" });
        return await NowAsync(found.Id);
    }

    /// <summary>A unit with handlers that does not have the case.</summary>
    private protected Guid OtherUnit(Case found)
    {
        var handlers = SignIns.Plan.Accounts.Where(a => a.Role == DemoRole.Handler).Select(a => a.UnitCode);
        var units = App.Services.GetRequiredService<IUnits>();
        return handlers.Select(code => units.FindByCode(code)!).First(unit => unit.Id != found.UnitId && (found.DivisionCode.StartsWith(unit.DivisionCode, StringComparison.Ordinal))).Id;
    }

    /// <summary>Whether a case waits on somebody's desk. Others file cases meanwhile: while it is looked for, this one is due before them and stands on the first page.</summary>
    private protected async Task<bool> IsOnTheDeskAsync(HttpClient who, Case found)
    {
        var due = (await NowAsync(found.Id)).DueAt;
        await DueAsync(DateTimeOffset.UnixEpoch);
        var desk = (await who.PageAsync("/desk")).QuerySelector("main table");
        await DueAsync(due);
        return desk?.TextContent.Contains(found.Number, StringComparison.Ordinal) is true;

        async Task DueAsync(DateTimeOffset? at)
        {
            await using var scope = App.Services.CreateSystemScope("test");
            await scope.ServiceProvider.GetRequiredService<AppDb>().Cases.Where(c => c.Id == found.Id)
                .ExecuteUpdateAsync(set => set.SetProperty(c => c.DueAt, at).SetProperty(c => c.DueOrder, at ?? CaseClock.Never));
        }
    }
}

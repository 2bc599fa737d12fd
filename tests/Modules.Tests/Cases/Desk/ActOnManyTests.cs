using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Linli.Cases;
using Linli.Cases.ActOnMany;
using Linli.Testing;

namespace Linli.Modules.Tests.Cases.Desk;

public abstract class ActOnManyTests(string database) : DeskTest(database)
{
    [Fact]
    public async Task Each_case_is_done_or_refused_by_itself_with_the_reason()
    {
        var clerk = await ClerkAsync();
        var (good, stale, elsewhere) = (await FileAsync(), await FileAsync(), await FileAsync(OtherStreet));
        await DoAsync(clerk, stale.Id, "reply", new { version = 1, remark = "先回一句" });
        var answer = await clerk.PostAsJsonAsync("/api/v1/cases/many", new { act = "accept", cases = new[] { Picked(good), Picked(stale), Picked(elsewhere) } });
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var outcomes = (await answer.Content.ReadFromJsonAsync<JsonElement>()).EnumerateArray().ToDictionary(o => o.GetProperty("id").GetGuid(), o => o.TryGetProperty("problem", out var p) && p.ValueKind is JsonValueKind.Object ? p.GetProperty("code").GetString() : null);
        Assert.Equal((null, "platform.stale", "platform.not-found"), (outcomes[good.Id], outcomes[stale.Id], outcomes[elsewhere.Id]));
        Assert.Equal(CaseStatus.Accepted, (await NowAsync(good.Id)).Status);
        Assert.Equal((CaseStatus.Received, CaseStatus.Received), ((await NowAsync(stale.Id)).Status, (await NowAsync(elsewhere.Id)).Status));
    }

    [Fact]
    public async Task What_is_picked_on_the_list_is_previewed_and_then_dispatched_each_to_its_suggested_unit()
    {
        var clerk = await ClerkAsync();
        var (ready, notYet) = (await FileAsync(), await FileAsync());
        await DoAsync(clerk, ready.Id, "accept", new { version = 1 });
        var address = $"/desk/cases/many?act=dispatch&ids={ready.Id}&ids={notYet.Id}";
        var preview = await clerk.PageAsync(address);
        Assert.Contains("现在的状态不能这样办", preview.QuerySelector("table")!.TextContent, StringComparison.Ordinal);
        var done = await clerk.SubmitAsync(address, [], "many");
        Assert.Equal(HttpStatusCode.OK, done.StatusCode);
        Assert.Contains("1 件中办好 1 件", (await done.PageAsync()).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Equal((CaseStatus.Dispatched, ready.UnitId), ((await NowAsync(ready.Id)).Status, (await NowAsync(ready.Id)).UnitId));
        Assert.Equal(CaseStatus.Received, (await NowAsync(notYet.Id)).Status);
    }

    [Fact]
    public async Task All_that_a_filter_finds_can_be_picked()
    {
        var clerk = await ClerkAsync();
        var word = "万里挑一" + Guid.NewGuid().ToString("N")[..6];
        Case[] cases = [await FileAsync(text: word + "甲"), await FileAsync(text: word + "乙")];
        var address = $"/desk/cases/many?act=accept&all=true&q={Uri.EscapeDataString(word)}";
        Assert.Equal(HttpStatusCode.OK, (await clerk.SubmitAsync(address, [], "many")).StatusCode);
        foreach (var one in cases) Assert.Equal(CaseStatus.Accepted, (await NowAsync(one.Id)).Status);
    }

    [Fact]
    public async Task A_form_of_a_thousand_cases_is_taken_whole()
    {
        var filed = await FileAsync();
        var clerk = await ClerkAsync();
        var picked = string.Join(',', Enumerable.Repeat($"{Guid.NewGuid()}:1", ActOnMany.Most - 1).Append($"{filed.Id}:{filed.Version}"));
        var done = await clerk.SubmitAsync($"/desk/cases/many?act=accept&ids={filed.Id}", new() { ["Form.Lines"] = picked }, "many");
        Assert.Equal(HttpStatusCode.OK, done.StatusCode);
        Assert.Equal(CaseStatus.Accepted, (await NowAsync(filed.Id)).Status);
    }

    [Theory]
    [InlineData("verify", "x", 1)]
    [InlineData("close", "", 1)]
    [InlineData("accept", "x", 0)]
    public async Task What_makes_no_sense_is_refused_as_a_whole(string act, string remark, int count)
    {
        var filed = await FileAsync();
        var answer = await (await ClerkAsync()).PostAsJsonAsync("/api/v1/cases/many", new { act, remark, cases = Enumerable.Repeat(Picked(filed), count) });
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal(1, (await NowAsync(filed.Id)).Version);
    }

    [Fact]
    public async Task Nobody_does_to_many_what_they_may_not_do_to_one()
    {
        var filed = await FileAsync();
        var handler = await HandlerOfAsync(filed.UnitId!.Value);
        Assert.Equal(HttpStatusCode.Forbidden, (await handler.PostAsJsonAsync("/api/v1/cases/many", new { act = "accept", cases = new[] { Picked(filed) } })).StatusCode);
    }

    private static object Picked(Case one) => new { id = one.Id, version = one.Version };
}

public sealed class ActOnManyOnSqlite() : ActOnManyTests("sqlite");

public sealed class ActOnManyOnPostgres() : ActOnManyTests("postgres");

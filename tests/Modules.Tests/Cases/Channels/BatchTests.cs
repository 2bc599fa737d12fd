using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Linli.Cases;
using Linli.Cases.ReceiveBatch;
using Linli.Modules.Tests.Cases.Desk;
using Linli.Modules.Tests.Cases.Resident;
using Linli.Testing;
using Microsoft.EntityFrameworkCore;

namespace Linli.Modules.Tests.Cases.Channels;

public abstract class BatchTests(string database) : DeskTest(database)
{
    private const string Batch = "/api/v1/cases/batch";

    [Fact]
    public async Task One_bad_report_does_not_lose_the_others_and_each_says_what_became_of_it()
    {
        var code = NewCode();
        await OpenAsync(code);
        using var sender = await App.ApiKeyAsync("990101", CasesPolicies.Report);
        sender.DefaultRequestHeaders.AcceptLanguage.Add(new("en"));
        var items = await SendAsync(sender,
            new { text = "第一件：路灯不亮", channel = code, externalId = "A-1", phone = "10020000071", name = "李批量" },
            new { text = "", channel = code, externalId = "A-2" },
            new { text = "第三件：没有外部编号", channel = code },
            new { text = "第四件：经度写错", channel = code, externalId = "A-4", longitude = "east" },
            new { text = "第五件：没有这个渠道", channel = code + "x", externalId = "A-5" },
            new { text = "第六件：井盖松动", channel = code, externalId = "A-6" },
            new { text = "第七件：和第一件同号", channel = code, externalId = "A-1" });
        Assert.Equal(["created", "refused", "refused", "refused", "refused", "created", "existing"], items.Select(i => i.GetProperty("outcome").GetString()!));
        Assert.Equal(items[0].GetProperty("case").GetProperty("id").GetGuid(), items[6].GetProperty("case").GetProperty("id").GetGuid());
        Assert.Equal("Say what is wrong", Error(items[1], "text"));
        Assert.Equal("Name its external key", Error(items[2], "externalId"));
        Assert.NotEmpty(Error(items[3], "longitude"));
        Assert.Equal("There is no such channel", Error(items[4], "channel"));
        var filed = await App.ReadAsync(db => db.Cases.AsNoTracking().Where(c => c.Channel == code).OrderBy(c => c.Number).ToListAsync());
        Assert.Equal(["第一件：路灯不亮", "第六件：井盖松动"], filed.Select(c => c.Text));
        Assert.Equal(1, await App.ReadAsync(db => db.Reporters.CountAsync(r => r.CaseId == filed[0].Id && r.MaskedName == "李**")));
        Assert.Equal(2, await App.ReadAsync(db => db.History.CountAsync(h => h.CaseId == filed[0].Id || h.CaseId == filed[1].Id)));
    }

    [Fact]
    public async Task A_batch_of_five_hundred_may_be_sent_again_and_makes_no_case_twice()
    {
        var code = NewCode();
        await OpenAsync(code);
        using var sender = await App.ApiKeyAsync("990101", CasesPolicies.Report);
        var reports = Enumerable.Range(0, CaseBatch.Most).Select(i => (object)new { text = $"第 {i} 盏路灯不亮", channel = code, externalId = $"L-{i}" }).ToArray();
        var first = await SendAsync(sender, reports);
        Assert.All(first, item => Assert.Equal("created", item.GetProperty("outcome").GetString()));
        var again = await SendAsync(sender, [.. reports.Reverse()]);
        Assert.All(again, item => Assert.Equal("existing", item.GetProperty("outcome").GetString()));
        Assert.Equal(first.Select(Id), again.Reverse().Select(Id));
        Assert.False(again[0].GetProperty("case").TryGetProperty("followUp", out _));
        Assert.Equal(CaseBatch.Most, await App.ReadAsync(db => db.Cases.CountAsync(c => c.Channel == code)));
    }

    [Fact]
    public async Task Two_senders_at_once_make_each_case_once()
    {
        var code = NewCode();
        await OpenAsync(code);
        using var sender = await App.ApiKeyAsync("990101", CasesPolicies.Report);
        var reports = Enumerable.Range(0, 60).Select(i => (object)new { text = $"同时上报 {i}", channel = code, externalId = $"T-{i}" }).ToArray();
        var answers = await Task.WhenAll(SendAsync(sender, reports), SendAsync(sender, [.. reports.Reverse()]), SendAsync(sender, reports));
        Assert.Equal(answers[0].Select(Id), answers[2].Select(Id));
        Assert.Equal(answers[0].Select(Id), answers[1].Reverse().Select(Id));
        Assert.Equal(60, answers.SelectMany(a => a).Count(i => i.GetProperty("outcome").GetString() == "created"));
        Assert.Equal(60, await App.ReadAsync(db => db.Cases.CountAsync(c => c.Channel == code)));
    }

    [Fact]
    public async Task A_single_report_with_its_key_is_filed_once_too()
    {
        var code = NewCode();
        await OpenAsync(code);
        using var sender = await App.ApiKeyAsync("990101", CasesPolicies.Report);
        var report = new { text = "单件带外部编号", channel = code, externalId = "S-1" };
        var answers = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => sender.PostAsJsonAsync("/api/v1/cases", report)));
        Assert.Equal(1, answers.Count(a => a.StatusCode is HttpStatusCode.Created));
        Assert.Equal(4, answers.Count(a => a.StatusCode is HttpStatusCode.OK));
        Assert.Equal(1, await App.ReadAsync(db => db.Cases.CountAsync(c => c.Channel == code)));

        using var stranger = App.Stranger();
        Assert.Equal(HttpStatusCode.Created, (await stranger.PostAsJsonAsync("/api/v1/reports", report)).StatusCode);   // strangers have no keys to name
        using var elsewhere = await App.ApiKeyAsync("990101002", CasesPolicies.Report);
        var taken = await elsewhere.PostAsJsonAsync("/api/v1/cases", report);
        Assert.Equal(HttpStatusCode.Conflict, taken.StatusCode);
        Assert.DoesNotContain("LL", await taken.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_no_batch_is_refused_as_a_whole()
    {
        using var sender = await App.ApiKeyAsync("990101", CasesPolicies.Report);
        Assert.Equal(HttpStatusCode.BadRequest, (await sender.PostAsJsonAsync(Batch, new { items = Array.Empty<object>() })).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await sender.PostAsJsonAsync(Batch, new { items = Enumerable.Range(0, CaseBatch.Most + 1).Select(i => new { text = "太多", externalId = $"{i}" }) })).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await sender.PostAsJsonAsync(Batch, new[] { new { text = "没有 items" } })).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await sender.PostAsync(Batch, new StringContent("{\"items\":[", System.Text.Encoding.UTF8, "application/json"))).StatusCode);
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, (await sender.PostAsync(Batch, new StringContent("items"))).StatusCode);
        using var reader = await App.ApiKeyAsync("990101", CasesPolicies.See);
        Assert.Equal(HttpStatusCode.Forbidden, (await reader.PostAsJsonAsync(Batch, new { items = new[] { new { text = "无权", externalId = "1" } } })).StatusCode);
    }

    private static Guid Id(JsonElement item) => item.GetProperty("case").GetProperty("id").GetGuid();

    private static string Error(JsonElement item, string field) => item.GetProperty("problem").GetProperty("errors").GetProperty(field)[0].GetString()!;

    private static async Task<JsonElement[]> SendAsync(HttpClient sender, params object[] items)
    {
        var answer = await sender.PostAsJsonAsync(Batch, new { items });
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        return [.. (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("items").EnumerateArray()];
    }
}

public sealed class BatchOnSqlite() : BatchTests("sqlite");

public sealed class BatchOnPostgres() : BatchTests("postgres");

using System.IO.Compression;
using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using System.Xml.Linq;
using Linli.Demo;
using Linli.Platform.Export;
using Linli.Testing;

namespace Linli.Modules.Tests.Cases.Desk;

public abstract class OfficialLetterTests(string database) : DeskTest(database)
{
    [Fact]
    public async Task A_letter_is_issued_received_and_answered_and_holds_the_facts_of_the_case()
    {
        var (found, _, handler) = await DispatchedAsync();
        var supervisor = await App.SignInAsync(App.DemoUser(DemoRole.Supervisor));
        var sent = await supervisor.SubmitAsync($"/desk/cases/{found.Id}/letter", new() { ["Form.Kind"] = "Supervision", ["Form.UnitId"] = found.UnitId.ToString(), ["Form.ReplyBy"] = "2099-03-01", ["Form.Remark"] = "请于三日内更换\n并书面回复" }, "letter");
        Assert.Equal($"/desk/cases/{found.Id}?done=IssueLetter", sent.GoesTo());
        var letter = Assert.Single(await LettersAsync(handler, found.Id));
        var id = letter.GetProperty("id").GetGuid();
        var document = await WordsAsync(await supervisor.GetAsync($"/api/v1/letters/{id}/document"));
        foreach (var fact in new[] { letter.GetProperty("number").GetString()!, found.Number, found.Title, "请于三日内更换", "2099-03-01", "督办函" }) Assert.Contains(fact, document, StringComparison.Ordinal);
        Assert.DoesNotContain("{{", document, StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.Redirect, (await handler.SubmitAsync($"/desk/letters/{id}", [], "receive")).StatusCode);
        Assert.NotEqual(JsonValueKind.Null, (await LettersAsync(supervisor, found.Id))[0].GetProperty("seenAt").ValueKind);
        Assert.Equal(HttpStatusCode.Redirect, (await handler.SubmitAsync($"/desk/letters/{id}", new() { ["Form.Reply"] = "已更换，附现场照片" }, "answer")).StatusCode);
        Assert.Contains("已更换，附现场照片", (await supervisor.PageAsync($"/desk/letters/{id}")).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("cases.letter-answered", await CodeAsync(await handler.PostAsJsonAsync($"/api/v1/letters/{id}/reply", new { version = 3, reply = "再回一次" })));
    }

    [Fact]
    public async Task Numbers_run_by_kind_and_year_without_gaps_also_when_issued_at_once()
    {
        var (found, _, _) = await DispatchedAsync();
        var centre = await App.SignInAsync(App.DemoUser(DemoRole.DistrictClerk));
        var cases = new[] { found.Id, (await DispatchedAsync()).Found.Id, (await DispatchedAsync()).Found.Id };
        var answers = await Task.WhenAll(cases.Select(id => IssueAsync(centre, id, found.UnitId!.Value, "Accountability")));
        Assert.All(answers, a => Assert.Equal(HttpStatusCode.OK, a.StatusCode));
        Assert.Equal(HttpStatusCode.Conflict, (await IssueAsync(centre, found.Id, found.UnitId!.Value, "Accountability", version: 1)).StatusCode);   // takes no number
        Assert.Equal(HttpStatusCode.OK, (await IssueAsync(centre, found.Id, found.UnitId!.Value, "Accountability")).StatusCode);
        var numbers = (await JsonAsync(centre, "/api/v1/letters?kind=Accountability")).GetProperty("items").EnumerateArray().Select(l => l.GetProperty("number").GetString()!).ToList();
        var sequence = numbers.Select(n => int.Parse(n.Split('〕')[1].TrimEnd('号'), System.Globalization.CultureInfo.InvariantCulture)).ToList();
        Assert.Equal(Enumerable.Range(1, sequence.Max()), sequence.Order());
    }

    [Fact]
    public async Task Another_unit_neither_sees_nor_answers_a_letter_and_a_clerk_issues_none()
    {
        var (found, clerk, handler) = await DispatchedAsync();
        var centre = await App.SignInAsync(App.DemoUser(DemoRole.DistrictClerk));
        Assert.Equal(HttpStatusCode.Forbidden, (await IssueAsync(clerk, found.Id, found.UnitId!.Value, "Reminder")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await IssueAsync(centre, found.Id, found.UnitId!.Value, "Reminder")).StatusCode);
        var id = (await LettersAsync(handler, found.Id))[0].GetProperty("id").GetGuid();
        var stranger = await HandlerOfAsync(OtherUnit(found));
        Assert.Empty(await LettersAsync(stranger, found.Id));
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync($"/api/v1/letters/{id}/document")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.PostAsJsonAsync($"/api/v1/letters/{id}/reply", new { version = 1, reply = "代为回复" })).StatusCode);
        Assert.Equal("cases.not-your-letter", await CodeAsync(await centre.PostAsJsonAsync($"/api/v1/letters/{id}/receive", new { })));
        Assert.Contains("提醒〔", (await handler.PageAsync("/desk/letters")).QuerySelector("table")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_district_uses_its_own_template_until_it_goes_back_to_the_standard()
    {
        var centre = await App.SignInAsync(App.DemoUser(DemoRole.DistrictClerk));
        Assert.Contains("{{unit}}", await WordsAsync(await centre.GetAsync("/api/v1/templates/Reminder")), StringComparison.Ordinal);
        using var nonsense = new ByteArrayContent(Encoding.UTF8.GetBytes("不是文档"));
        Assert.Equal(HttpStatusCode.BadRequest, (await centre.PutAsync("/api/v1/templates/Reminder", nonsense)).StatusCode);
        using var own = new ByteArrayContent(Document("本区专用：", "{{nu", "mber}} 致{{unit}}"));   // Word splits places into runs
        Assert.Equal(HttpStatusCode.NoContent, (await centre.PutAsync("/api/v1/templates/Reminder", own)).StatusCode);
        try
        {
            var (found, _, handler) = await DispatchedAsync();
            Assert.Equal(HttpStatusCode.OK, (await IssueAsync(centre, found.Id, found.UnitId!.Value, "Reminder")).StatusCode);
            var letter = (await LettersAsync(handler, found.Id))[0];
            Assert.StartsWith($"本区专用：{letter.GetProperty("number").GetString()} 致", await WordsAsync(await handler.GetAsync($"/api/v1/letters/{letter.GetProperty("id").GetGuid()}/document")), StringComparison.Ordinal);
        }
        finally
        {
            Assert.Equal(HttpStatusCode.Redirect, (await centre.SubmitAsync("/desk/letter-templates", [], "reset-Reminder")).StatusCode);
        }
    }

    private async Task<HttpResponseMessage> IssueAsync(HttpClient who, Guid id, Guid unit, string kind, int? version = null) =>
        await who.PostAsJsonAsync($"/api/v1/cases/{id}/letter", new { version = version ?? (await NowAsync(id)).Version, kind, unitId = unit, replyBy = "2099-03-01", remark = "请及早处理" });

    private static async Task<List<JsonElement>> LettersAsync(HttpClient who, Guid id) => [.. (await JsonAsync(who, $"/api/v1/letters?case={id}")).GetProperty("items").EnumerateArray()];

    private static async Task<string> WordsAsync(HttpResponseMessage answer)
    {
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        await using var archive = new ZipArchive(await answer.Content.ReadAsStreamAsync());
        await using var part = await archive.GetEntry("word/document.xml")!.OpenAsync();
        return XDocument.Load(part).Root!.Value;
    }

    private static byte[] Document(params string[] runs) => WordTemplate.Pack(new MemoryStream(Encoding.UTF8.GetBytes(
        $"<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body><w:p>{string.Concat(runs.Select(run => $"<w:r><w:t>{run}</w:t></w:r>"))}</w:p></w:body></w:document>")));

    private static async Task<string?> CodeAsync(HttpResponseMessage refused) => (await refused.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("code").GetString();
}

public sealed class OfficialLettersOnSqlite() : OfficialLetterTests("sqlite");

public sealed class OfficialLettersOnPostgres() : OfficialLetterTests("postgres");

using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Linli.Cases;
using Linli.Demo;
using Linli.Modules.Tests.Cases.Desk;
using Linli.Modules.Tests.Cases.Resident;
using Linli.Platform.Files;
using Linli.Testing;
using Microsoft.EntityFrameworkCore;

namespace Linli.Modules.Tests.Cases;

public abstract class PhotosByApiTests(string database) : DeskTest(database)
{
    private static readonly byte[] Lamp = DemoPhoto.Draw(PhotoScene.Lamp, 1), Road = DemoPhoto.Draw(PhotoScene.Lamp, 2);

    [Fact]
    public async Task A_report_with_photos_and_a_position_is_filed_with_both()
    {
        using var caller = await App.ApiKeyAsync("990101", CasesPolicies.Report, CasesPolicies.See);
        var filed = await ReadAsync(await SendAsync(caller, "/api/v1/cases", [("text", "接口带图：路灯坏了"), ("longitude", "114.05"), ("latitude", "22.54"), ("level", "2"), ("title", "")], Lamp, Road));
        var id = filed.GetProperty("id").GetGuid();
        var kept = await NowAsync(id);
        Assert.Equal((114.05, 22.54, 2), (kept.Longitude, kept.Latitude, kept.Level));
        Assert.Equal(2, (await AttachmentsAsync(id)).Count);
        var shown = await caller.GetAsync($"/api/v1/cases/{id}/files/{(await AttachmentsAsync(id))[0].Id}");
        Assert.Equal("image/png", shown.Content.Headers.ContentType?.MediaType);
    }

    [Fact]
    public async Task A_unit_sends_photos_of_the_result_and_residents_theirs()
    {
        var filed = await FileAsync();
        using var clerk = await ClerkAsync();
        var accepted = await DoAsync(clerk, filed.Id, "accept", new { version = filed.Version });
        var dispatched = await DoAsync(clerk, filed.Id, "dispatch", new { version = accepted.Version, unitId = filed.UnitId });
        using var handler = await HandlerOfAsync(filed.UnitId!.Value);
        var answer = await SendAsync(handler, $"/api/v1/cases/{filed.Id}/handle", [("version", $"{dispatched.Version}"), ("remark", "已换灯管")], Lamp);
        Assert.Equal("handled", (await ReadAsync(answer)).GetProperty("status").GetString());
        Assert.True(Assert.Single(await AttachmentsAsync(filed.Id)).ForReporter);

        using var stranger = App.Stranger();
        var report = await ReadAsync(await SendAsync(stranger, "/api/v1/reports", [("text", "居民带图：井盖松了")], Road));
        Assert.Single(await AttachmentsAsync(report.GetProperty("id").GetGuid()));
    }

    [Fact]
    public async Task A_key_holds_for_the_photos_as_well()
    {
        using var caller = await App.ApiKeyAsync("990101", CasesPolicies.Report);
        caller.DefaultRequestHeaders.Add("Idempotency-Key", Guid.CreateVersion7().ToString());
        (string, string)[] fields = [("text", "同一把钥匙带图")];
        var answers = await Task.WhenAll(SendAsync(caller, "/api/v1/cases", fields, Lamp), SendAsync(caller, "/api/v1/cases", fields, Lamp));
        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.Created, answer.StatusCode));
        Assert.Equal(await answers[0].Content.ReadAsStringAsync(), await answers[1].Content.ReadAsStringAsync());
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await SendAsync(caller, "/api/v1/cases", fields, Road)).StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await SendAsync(caller, "/api/v1/cases", fields)).StatusCode);
        Assert.Equal(1, await CountAsync("同一把钥匙带图"));
    }

    [Fact]
    public async Task An_act_sent_twice_at_once_with_one_key_is_done_once_and_answered_twice()
    {
        var filed = await FileAsync();
        using var clerk = await ClerkAsync();
        clerk.DefaultRequestHeaders.Add("Idempotency-Key", Guid.CreateVersion7().ToString());
        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => DoAsync(clerk, filed.Id, "accept", new { version = filed.Version })));
        Assert.Single(answers.Distinct());
    }

    [Fact]
    public async Task What_cannot_be_taken_is_refused_in_plain_words_and_nothing_is_filed()
    {
        using var caller = await App.ApiKeyAsync("990101", CasesPolicies.Report);
        caller.DefaultRequestHeaders.AcceptLanguage.Add(new("en"));
        await RefusesAsync(Enumerable.Repeat(Lamp, Platform.Files.SentFiles.Most + 1).ToArray(), HttpStatusCode.BadRequest, "At most 6 photos");
        await RefusesAsync(["MZ\0\u0001 no photo"u8.ToArray()], HttpStatusCode.BadRequest, "This type of file cannot be taken");
        await RefusesAsync([new byte[new FileLimits().Bytes + 1]], HttpStatusCode.RequestEntityTooLarge, "The file is too large");
        Assert.Equal(0, await CountAsync("拒收的图"));

        async Task RefusesAsync(byte[][] photos, HttpStatusCode status, string words)
        {
            var answer = await SendAsync(caller, "/api/v1/cases", [("text", "拒收的图")], photos);
            Assert.Equal(status, answer.StatusCode);
            Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
            Assert.Equal(words, (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("errors").GetProperty("photos")[0].GetString());
        }
    }

    [Fact]
    public async Task A_wrong_form_names_the_field_and_another_type_of_content_is_refused()
    {
        using var caller = await App.ApiKeyAsync("990101", CasesPolicies.Report);
        var answer = await SendAsync(caller, "/api/v1/cases", [("text", "坐标写错"), ("longitude", "east")]);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.True((await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("errors").TryGetProperty("longitude", out _));
        Assert.Equal(HttpStatusCode.BadRequest, (await SendAsync(caller, "/api/v1/cases", [("place", "没有正文")])).StatusCode);
        using var cut = new ByteArrayContent("--x\r\nContent-Disposition: form-data; name=\"text\"\r\n\r\ncut"u8.ToArray()) { Headers = { { "Content-Type", "multipart/form-data; boundary=x" } } };
        Assert.Equal(HttpStatusCode.BadRequest, (await caller.PostAsync("/api/v1/cases", cut)).StatusCode);
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, (await caller.PostAsync("/api/v1/cases", new StringContent("text=坐标"))).StatusCode);
    }

    private static async Task<HttpResponseMessage> SendAsync(HttpClient caller, string path, (string Name, string Value)[] fields, params byte[][] photos)
    {
        using var form = new MultipartFormDataContent();
        foreach (var (name, value) in fields) form.Add(new StringContent(value), name);
        foreach (var photo in photos) form.Add(new ByteArrayContent(photo), "photos", "photo.png");
        return await caller.PostAsync(path, form);
    }

    private static async Task<JsonElement> ReadAsync(HttpResponseMessage answer)
    {
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }

    private Task<List<Attachment>> AttachmentsAsync(Guid id) => App.ReadAsync(db => db.Attachments.AsNoTracking().Where(a => a.CaseId == id).ToListAsync());

    private Task<int> CountAsync(string text) => App.ReadAsync(db => db.Cases.CountAsync(c => c.Text == text));
}

public sealed class PhotosByApiOnSqlite() : PhotosByApiTests("sqlite");

public sealed class PhotosByApiOnPostgres() : PhotosByApiTests("postgres");

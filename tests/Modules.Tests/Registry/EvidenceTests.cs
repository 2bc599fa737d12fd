using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Linli.Demo;
using Linli.Registry;
using Linli.Testing;

namespace Linli.Modules.Tests.Registry;

public abstract class EvidenceTests(string database) : RegistryTest(database)
{
    [Fact]
    public async Task A_photo_of_a_thing_is_kept_with_what_it_shows_and_seen_by_who_sees_the_thing()
    {
        var (clerk, foreign) = (await ClerkAsync(), await ClerkAsync(OtherStreet));
        var record = await AddAsync(clerk, "facility", new { name = "佐证小公园", kind = "park" });
        var kept = Assert.Single(await OkAsync(await SendAsync(clerk, record.Id, Photo)));
        Assert.Equal((record.State.Id, true), (kept.StateId, kept.IsPhoto));
        var shown = await clerk.GetAsync(At(record.Id, kept.Id));
        Assert.Equal("image/png", shown.Content.Headers.ContentType!.MediaType);
        Assert.Contains(At(record.Id, kept.Id), (await clerk.PageAsync($"/desk/registry/{record.Id}")).QuerySelector("main .photos")!.InnerHtml, StringComparison.Ordinal);
        foreach (var address in new[] { At(record.Id, kept.Id), $"{Records}/{record.Id}/evidence" }) Assert.Equal(HttpStatusCode.NotFound, (await foreign.GetAsync(address)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await SendAsync(foreign, record.Id, Photo)).StatusCode);
    }

    [Fact]
    public async Task A_photo_by_page_without_script_is_kept_and_what_is_no_photo_is_refused_in_words()
    {
        var clerk = await ClerkAsync();
        var record = await AddAsync(clerk, "facility", new { name = "佐证小广场", kind = "park" });
        var page = $"/desk/registry/{record.Id}";
        Assert.Equal(page + "?done=evidence", (await clerk.SubmitAsync(page, await clerk.PageAsync(page), [], "evidence", ("Evidence.Photos", Photo))).GoesTo());
        Assert.Equal(HttpStatusCode.BadRequest, (await clerk.SubmitAsync(page, await clerk.PageAsync(page), [], "evidence", ("Evidence.Photos", "no photo"u8.ToArray()))).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await SendAsync(clerk, record.Id)).StatusCode);
        Assert.Single(await OkAsync(await clerk.GetAsync($"{Records}/{record.Id}/evidence")));
    }

    [Fact]
    public async Task A_photo_of_somebodys_papers_opens_to_who_has_just_said_what_for_and_that_is_kept()
    {
        var (clerk, watcher) = (await ClerkAsync(), await App.ApiKeyAsync(Street, "registry.see", "registry.see-looks"));
        var person = await AddAsync(clerk, "person", new { name = "佐证测试" });
        var kept = Assert.Single(await OkAsync(await SendAsync(clerk, person.Id, Photo)));
        Assert.Equal(HttpStatusCode.Forbidden, (await watcher.GetAsync(At(person.Id, kept.Id))).StatusCode);
        var refused = await clerk.GetAsync(At(person.Id, kept.Id));
        Assert.Equal("registry.say-what-for", (await refused.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("code").GetString());
        await clerk.PostAsJsonAsync($"{Records}/{person.Id}/reveal", new { purpose = "核对证件" });
        Assert.Equal(HttpStatusCode.OK, (await clerk.GetAsync(At(person.Id, kept.Id))).StatusCode);
        var looks = (await watcher.GetFromJsonAsync<List<LookDetails>>($"{Records}/{person.Id}/looks"))!;
        Assert.Contains(looks, l => l.Purpose == "核对证件" && l.Fields is ["@evidence"]);
    }

    private static readonly byte[] Photo = DemoPhoto.Draw(PhotoScene.Lamp, 1);

    private static string At(Guid record, Guid evidence) => $"{Records}/{record}/evidence/{evidence}";

    private static async Task<HttpResponseMessage> SendAsync(HttpClient who, Guid record, params byte[][] photos)
    {
        using var form = new MultipartFormDataContent { { new StringContent(""), "stateId" } };
        foreach (var photo in photos)
        {
            var part = new ByteArrayContent(photo);
            part.Headers.ContentType = new MediaTypeHeaderValue("image/png");
            form.Add(part, "photos", "photo.png");
        }
        return await who.PostAsync($"{Records}/{record}/evidence", form);
    }

    private static async Task<List<EvidenceDetails>> OkAsync(HttpResponseMessage answer)
    {
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        return (await answer.Content.ReadFromJsonAsync<List<EvidenceDetails>>(Platform.Texts.Json.Readable))!;
    }
}

public sealed class EvidenceOnSqlite() : EvidenceTests("sqlite");

public sealed class EvidenceOnPostgres() : EvidenceTests("postgres");

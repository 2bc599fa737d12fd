using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Linli.Platform.Access;
using Linli.Platform.Data;
using Linli.Registry;
using Linli.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Linli.Modules.Tests.Registry;

public abstract class TwinTests(string database) : RegistryTest(database)
{
    private const string Twins = "/api/v1/registry/twins", Merges = "/api/v1/registry/merges";

    [Fact]
    public async Task The_same_person_twice_is_found_at_once_compared_as_masks_merged_without_script_and_the_merge_undone_exactly()
    {
        var clerk = await ClerkAsync();
        var id = NewIdNumber();
        var one = await AddAsync(clerk, "person", new Dictionary<string, string> { ["name"] = "周重一", ["id-number"] = id, ["phone"] = "13900000001" }, address: "和平路1号");
        var other = await AddAsync(clerk, "person", new Dictionary<string, string> { ["name"] = "周重一", ["id-number"] = id, ["phone"] = "13900000002", ["sex"] = "f" }, address: "和平路2号");
        var house = await AddAsync(clerk, "house", new { name = "合并里" + id[^6..], use = "owned" });
        await OkAsync(await clerk.PostAsJsonAsync($"{Records}/{one.Id}/links", new { kind = "livesIn", toId = house.Id }));
        foreach (var kind in new[] { "livesIn", "rents" }) await OkAsync(await clerk.PostAsJsonAsync($"{Records}/{other.Id}/links", new { kind, toId = house.Id }));
        foreach (var (person, kind) in new[] { (one.Id, "ill"), (other.Id, "ill"), (other.Id, "veteran") }) await OkAsync(await clerk.PostAsJsonAsync($"{Records}/{person}/needs", new { kind, reason = "需要照看" }));
        var need = (await clerk.GetFromJsonAsync<JsonElement>($"{Records}/{other.Id}/needs")).EnumerateArray().First().GetProperty("id").GetGuid();
        await OkAsync(await clerk.PostAsJsonAsync($"/api/v1/registry/needs/{need}/visits", new { outcome = "notMet" }));

        Assert.Contains($"/twins/", (await clerk.PageAsync($"/desk/registry/{one.Id}")).QuerySelector("main")!.InnerHtml, StringComparison.Ordinal);
        var compared = await CompareAsync(clerk, one.Id, other.Id);
        Assert.Equal(["id-number"], compared.By);
        Assert.False(compared.Fields.Single(f => f.Key == "phone").Same);   // though the masks may be equal
        Assert.True(compared.Fields.Single(f => f.Key == "id-number").Same);
        Assert.DoesNotContain(id, JsonSerializer.Serialize(compared), StringComparison.Ordinal);
        await OkAsync(await clerk.PostAsJsonAsync($"{Records}/{other.Id}/reveal", new { purpose = "核对身份" }));

        var before = await SnapshotAsync(one.Id, other.Id, house.Id);
        var address = $"/desk/registry/twins/{one.Id}/{other.Id}";
        var merged = await clerk.SubmitAsync(address, new() { ["Form.KeepId"] = one.Id.ToString(), ["Take"] = "sex", ["Act"] = "merge" }, "merge-records");
        Assert.Equal($"/desk/registry/{one.Id}?done=merge", merged.GoesTo());
        Assert.Equal("f", (await GetAsync(clerk, one.Id)).Facts["sex"]);
        Assert.Equal($"/desk/registry/{one.Id}", (await clerk.GetAsync($"/desk/registry/{other.Id}")).GoesTo());   // its address leads to the one that stays
        Assert.Equal((one.Id, (DateOnly?)Today), await EndedAsync(clerk, other.Id));
        var links = (await clerk.GetFromJsonAsync<List<LinkDetails>>($"{Records}/{one.Id}/links", Platform.Texts.Json.Readable))!;
        Assert.Equal([LinkKind.LivesIn, LinkKind.Rents], links.Select(l => l.Kind).Order());
        Assert.Equal(2, (await clerk.GetFromJsonAsync<JsonElement>($"{Records}/{one.Id}/needs")).GetArrayLength());
        var watcher = await App.ApiKeyAsync(Street, "registry.see", "registry.see-looks");   // who looked at what went into it is answered with it
        Assert.Equal("核对身份", Assert.Single((await watcher.GetFromJsonAsync<List<LookDetails>>($"{Records}/{one.Id}/looks"))!).Purpose);
        Assert.Equal("registry.merged-already", await CodeAsync(await clerk.PostAsJsonAsync($"{Records}/{other.Id}/change", new { version = other.Version + 1, facts = new { sex = "m" }, source = "visit" })));
        Assert.Equal("registry.merged-already", await CodeAsync(await clerk.PostAsJsonAsync($"{Records}/{other.Id}/links", new { kind = "owns", toId = house.Id })));

        var undone = await clerk.SubmitAsync(address, new() { ["Act"] = "undo" }, "merge-records");
        Assert.Equal($"/desk/registry/{one.Id}?done=undo-merge", undone.GoesTo());
        Assert.Equal(before, await SnapshotAsync(one.Id, other.Id, house.Id));
        Assert.Equal(TwinState.Open, (await CompareAsync(clerk, one.Id, other.Id)).State);
    }

    [Fact]
    public async Task Whatever_is_chosen_an_undone_merge_leaves_no_trace_but_its_history()
    {
        var clerk = await ClerkAsync();
        var random = new Random(20261122);
        var (one, other) = (await AddAsync(clerk, "firm", Facts(random), address: "新华街3号"), await AddAsync(clerk, "firm", Facts(random), address: "新华街5号"));
        for (var round = 0; round < 6; round++)
        {
            var before = await SnapshotAsync(one.Id, other.Id);
            var compared = await CompareAsync(clerk, one.Id, other.Id);
            var take = compared.Fields.Where(f => f.Key != "name" && random.Next(2) == 0).Select(f => f.Key).ToList();
            var merge = await MergeAsync(clerk, compared, random.Next(2) == 0 ? one.Id : other.Id, take);
            Assert.NotEqual(before, await SnapshotAsync(one.Id, other.Id));
            await OkAsync(await clerk.PostAsJsonAsync($"{Merges}/{merge.Id}/undo", new { }));
            Assert.Equal(before, await SnapshotAsync(one.Id, other.Id));
            Assert.Equal("registry.merge-built-upon", await CodeAsync(await clerk.PostAsJsonAsync($"{Merges}/{merge.Id}/undo", new { })));
        }

        var last = await MergeAsync(clerk, await CompareAsync(clerk, one.Id, other.Id), one.Id, []);
        await DoAsync(clerk, one.Id, "change", new { version = (await GetAsync(clerk, one.Id)).Version, facts = new { staff = "77" }, source = "visit" });
        Assert.Equal("registry.merge-built-upon", await CodeAsync(await clerk.PostAsJsonAsync($"{Merges}/{last.Id}/undo", new { })));

        static Dictionary<string, string> Facts(Random random) => new() { ["name"] = "随机商行" + random.Next(), ["trade"] = "food", ["staff"] = random.Next(1, 50).ToString(System.Globalization.CultureInfo.InvariantCulture), ["legal-person"] = "李重二", ["fire-risk"] = "yes" };
    }

    [Fact]
    public async Task Who_is_not_the_same_is_never_asked_of_again_and_of_two_clerks_who_merge_one_is_too_late()
    {
        var clerk = await ClerkAsync();
        var name = "同名小店" + NewIdNumber()[^6..];
        var shops = new List<RecordDetails>();
        foreach (var written in new[] { name, name + " ", "（" + name + "）" }) shops.Add(await AddAsync(clerk, "firm", new { name = written }, address: "建设路8号"));
        Assert.Equal(3, (await PairsAsync(clerk, shops[0].Id, shops[1].Id, shops[2].Id)).Count);   // spaces and brackets do not count
        Assert.Equal(HttpStatusCode.NoContent, (await clerk.PostAsJsonAsync($"{Twins}/{shops[0].Id}/{shops[1].Id}/not-the-same", new { })).StatusCode);
        await FindAsync();
        Assert.Equal(2, (await PairsAsync(clerk, shops[0].Id, shops[1].Id, shops[2].Id)).Count);
        Assert.Equal("registry.twins-decided", await CodeAsync(await clerk.PostAsJsonAsync($"{Twins}/{shops[1].Id}/{shops[0].Id}/not-the-same", new { })));

        var compared = await CompareAsync(clerk, shops[1].Id, shops[2].Id);
        var answers = await Task.WhenAll(new[] { shops[1].Id, shops[2].Id }.Select(keep => PostMergeAsync(clerk, compared, keep, [])));
        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.Conflict], answers.Select(a => a.StatusCode).Order());
        Assert.Single(await SnapshotRecordsAsync(shops[1].Id, shops[2].Id), r => r.MergedInto is not null);
        Assert.Empty(await PairsAsync(clerk, shops[1].Id, shops[2].Id));
    }

    [Fact]
    public async Task A_pair_of_two_streets_only_the_district_sees()
    {
        var (clerk, elsewhere) = (await ClerkAsync(), await ClerkAsync(OtherStreet));
        var id = NewIdNumber();
        var facts = new Dictionary<string, string> { ["name"] = "跨街道", ["id-number"] = id };
        var (one, other) = (await AddAsync(clerk, "person", facts), await AddAsync(elsewhere, "person", facts, GridOf(OtherStreet)));
        foreach (var who in new[] { clerk, elsewhere })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await who.GetAsync($"{Twins}/{one.Id}/{other.Id}")).StatusCode);
            Assert.Equal(HttpStatusCode.NotFound, (await who.PostAsJsonAsync($"{Twins}/{one.Id}/{other.Id}/merge", new { keepId = one.Id, firstVersion = 1, secondVersion = 1 })).StatusCode);
            Assert.Empty(await PairsAsync(who, one.Id, other.Id));
        }
        var district = await App.ApiKeyAsync("990101", "registry.see", "registry.merge");
        Assert.Single(await PairsAsync(district, one.Id, other.Id));
        var compared = await CompareAsync(district, one.Id, other.Id);
        Assert.Equal(HttpStatusCode.BadRequest, (await PostMergeAsync(district, compared, one.Id, ["health"])).StatusCode);   // one may not choose what one may not see
        await MergeAsync(district, compared, one.Id, []);
        Assert.Equal(HttpStatusCode.Forbidden, (await (await WorkerAsync()).GetAsync(Twins)).StatusCode);
    }

    private static DateOnly Today => DateOnly.FromDateTime(DateTimeOffset.UtcNow.ToOffset(TimeSpan.FromHours(8)).DateTime);

    private static async Task<(Guid?, DateOnly?)> EndedAsync(HttpClient who, Guid id) => await GetAsync(who, id) is var record ? (record.MergedInto, record.EndedOn) : default;

    private static async Task<TwinComparison> CompareAsync(HttpClient who, Guid one, Guid other) => (await who.GetFromJsonAsync<TwinComparison>($"{Twins}/{one}/{other}", Platform.Texts.Json.Readable))!;

    private static Task<HttpResponseMessage> PostMergeAsync(HttpClient who, TwinComparison pair, Guid keepId, IReadOnlyList<string> take) =>
        who.PostAsJsonAsync($"{Twins}/{pair.First.Id}/{pair.Second.Id}/merge", new { keepId, take, firstVersion = pair.First.Version, secondVersion = pair.Second.Version });

    private static async Task<MergedRecords> MergeAsync(HttpClient who, TwinComparison pair, Guid keepId, IReadOnlyList<string> take) =>
        (await (await OkAsync(await PostMergeAsync(who, pair, keepId, take))).Content.ReadFromJsonAsync<MergedRecords>())!;

    private static async Task<HttpResponseMessage> OkAsync(HttpResponseMessage answer)
    {
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        return answer;
    }

    private static async Task<string?> CodeAsync(HttpResponseMessage answer) => (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("code").GetString();

    /// <summary>The open pairs of which both are among these records; asked for one by one, for other tests have pairs too.</summary>
    private static async Task<List<(Guid, Guid)>> PairsAsync(HttpClient who, params Guid[] ids)
    {
        var found = new List<(Guid, Guid)>();
        for (var page = 1; page < 20; page++)
        {
            var list = (await who.GetFromJsonAsync<TwinList>($"{Twins}?page={page}", Platform.Texts.Json.Readable))!;
            if (list.Page < page) break;
            found.AddRange(list.Items.Select(p => (p.First.Id, p.Second.Id)).Where(p => ids.Contains(p.Item1) && ids.Contains(p.Item2)));
        }
        return found;
    }

    private Task FindAsync() => App.RunJobAsync(FindTwins.JobName);

    private async Task<List<RegistryRecord>> SnapshotRecordsAsync(params Guid[] ids)
    {
        await using var scope = App.Services.CreateSystemScope("test");
        return await scope.ServiceProvider.GetRequiredService<AppDb>().Records.AsNoTracking().Where(r => ids.Contains(r.Id)).ToListAsync();
    }

    /// <summary>All rows of records but for what the merge itself left: its states, and versions and times of change.</summary>
    private async Task<string> SnapshotAsync(params Guid[] ids)
    {
        await using var scope = App.Services.CreateSystemScope("test");
        var db = scope.ServiceProvider.GetRequiredService<AppDb>();
        return JsonSerializer.Serialize(new object[]
        {
            (await db.Records.AsNoTracking().Where(r => ids.Contains(r.Id)).ToListAsync()).OrderBy(r => r.Id).Select(r => new { r.Id, r.TypeCode, r.Title, r.DivisionCode, r.Address, r.Longitude, r.Latitude, r.EndedOn, r.MergedInto, r.AddedAt }),
            (await db.RecordStates.AsNoTracking().Where(s => ids.Contains(s.RecordId) && (s.Kind != StateKind.Merged || s.SupersededAt == null)).ToListAsync()).OrderBy(s => s.Id),
            (await db.RecordKeys.AsNoTracking().Where(k => ids.Contains(k.RecordId)).ToListAsync()).OrderBy(k => (k.RecordId, k.Fingerprint)),
            (await db.RecordMarks.AsNoTracking().Where(m => ids.Contains(m.RecordId)).ToListAsync()).OrderBy(m => (m.RecordId, m.Fingerprint)),
            (await db.RecordFacets.AsNoTracking().Where(f => ids.Contains(f.RecordId)).ToListAsync()).OrderBy(f => (f.RecordId, f.Field)),
            (await db.RecordWords.AsNoTracking().Where(w => ids.Contains(w.RecordId)).ToListAsync()).OrderBy(w => w.RecordId).Select(w => w.Tokens),
            (await db.RecordLinks.AsNoTracking().Where(l => ids.Contains(l.FromId) || ids.Contains(l.ToId)).ToListAsync()).OrderBy(l => l.Id),
            (await db.Needs.AsNoTracking().Where(n => ids.Contains(n.RecordId)).ToListAsync()).OrderBy(n => n.Id).Select(n => new { n.Id, n.RecordId, n.DivisionCode, n.Kind, n.NextVisit, n.EndedOn, n.EndedBy, n.EndedWhy }),
            (await db.Visits.AsNoTracking().Where(v => ids.Contains(v.RecordId)).ToListAsync()).OrderBy(v => v.Id),
        });
    }
}

public sealed class TwinOnSqlite() : TwinTests("sqlite");

public sealed class TwinOnPostgres() : TwinTests("postgres");

using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Linli.Platform.Access;
using Linli.Platform.Audit;
using Linli.Platform.Data;
using Linli.Registry;
using Linli.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Linli.Modules.Tests.Registry;

public abstract class RecordTests(string database) : RegistryTest(database)
{
    [Fact]
    public async Task A_change_holds_from_its_day_on_and_how_it_was_before_can_be_asked_for()
    {
        var clerk = await ClerkAsync();
        var house = await AddAsync(clerk, "house", new { name = "测试里1栋101室", use = "owned" }, validFrom: new(2026, 1, 10));
        var rented = await DoAsync(clerk, house.Id, "change", new { version = house.Version, facts = new { use = "rented" }, validFrom = "2026-03-05", source = "visit" });
        Assert.Equal(("rented", "测试里1栋101室"), (rented.Facts["use"], rented.Facts["name"]));   // what is not named stays
        Assert.Equal("owned", (await GetAsync(clerk, house.Id, "?asOf=2026-03-04")).Facts["use"]);
        Assert.Equal("rented", (await GetAsync(clerk, house.Id, "?asOf=2026-03-05")).Facts["use"]);
        Assert.Equal(HttpStatusCode.NotFound, (await clerk.GetAsync($"{Records}/{house.Id}?asOf=2026-01-09")).StatusCode);
    }

    [Fact]
    public async Task A_change_that_is_learnt_of_late_takes_its_place_in_the_past_and_leaves_the_present_alone()
    {
        var clerk = await ClerkAsync();
        var house = await AddAsync(clerk, "house", new { name = "测试里1栋102室", use = "owned" }, validFrom: new(2026, 1, 10));
        var empty = await DoAsync(clerk, house.Id, "change", new { version = house.Version, facts = new { use = "empty" }, validFrom = "2026-06-01", source = "visit" });
        var late = await DoAsync(clerk, house.Id, "change", new { version = empty.Version, facts = new { use = "rented" }, validFrom = "2026-02-01", source = "exchange" });
        Assert.Equal("empty", late.Facts["use"]);
        Assert.Equal("rented", (await GetAsync(clerk, house.Id, "?asOf=2026-05-31")).Facts["use"]);
        Assert.Equal("owned", (await GetAsync(clerk, house.Id, "?asOf=2026-01-31")).Facts["use"]);
    }

    [Fact]
    public async Task A_correction_takes_the_place_of_what_was_wrong_and_what_was_believed_then_is_kept()
    {
        var clerk = await ClerkAsync();
        var house = await AddAsync(clerk, "house", new { name = "测试里1栋103室", use = "owned" }, validFrom: new(2026, 1, 10));
        var believed = DateTimeOffset.UtcNow;
        await Task.Delay(50);
        var corrected = await DoAsync(clerk, house.Id, "correct", new { version = house.Version, facts = new { use = "rented" }, source = "visit", remark = "登记时看错了" });
        Assert.Equal("rented", (await GetAsync(clerk, house.Id, "?asOf=2026-01-10")).Facts["use"]);
        Assert.Equal("owned", (await GetAsync(clerk, house.Id, $"?asOf=2026-01-10&known={Uri.EscapeDataString(believed.ToString("O"))}")).Facts["use"]);
        var history = await clerk.GetFromJsonAsync<List<StateDetails>>($"{Records}/{house.Id}/history", Platform.Texts.Json.Readable);
        Assert.Equal([StateKind.Corrected, StateKind.Added], history!.Select(s => s.Kind));
        Assert.NotNull(history![1].SupersededAt);
        var again = await clerk.PostAsJsonAsync($"{Records}/{house.Id}/correct", new { version = corrected.Version, stateId = history[1].Id, facts = new { use = "empty" }, source = "visit", remark = "又错了" });
        Assert.Equal((HttpStatusCode.Conflict, "registry.corrected-already"), (again.StatusCode, await CodeAsync(again)));
        Assert.Equal(HttpStatusCode.BadRequest, (await clerk.PostAsJsonAsync($"{Records}/{house.Id}/correct", new { version = corrected.Version, facts = new { use = "empty" }, source = "visit" })).StatusCode);   // says no reason
    }

    [Fact]
    public async Task What_ended_is_listed_among_the_ended_and_a_change_brings_it_back()
    {
        var clerk = await ClerkAsync();
        var name = "测试商行" + Guid.CreateVersion7().ToString("N")[20..];
        var firm = await AddAsync(clerk, "firm", new Dictionary<string, string> { ["name"] = name, ["trade"] = "retail", ["fire-risk"] = "yes" });
        Assert.Equal([firm.Id.ToString()], await FoundAsync(clerk, $"type=firm&q={name}&f[fire-risk]=yes"));
        var ended = await DoAsync(clerk, firm.Id, "end", new { version = firm.Version, remark = "已搬走", source = "visit" });
        Assert.NotNull(ended.EndedOn);
        Assert.Empty(await FoundAsync(clerk, $"type=firm&q={name}"));
        Assert.Equal([firm.Id.ToString()], await FoundAsync(clerk, $"type=firm&q={name}&ended=true"));
        var twice = await clerk.PostAsJsonAsync($"{Records}/{firm.Id}/end", new { version = ended.Version, remark = "已搬走", source = "visit" });
        Assert.Equal("registry.ended-already", await CodeAsync(twice));
        var back = await DoAsync(clerk, firm.Id, "change", new { version = ended.Version, remark = "又开业了", source = "visit" });
        Assert.Null(back.EndedOn);
        Assert.Equal([firm.Id.ToString()], await FoundAsync(clerk, $"type=firm&q={name}&f[fire-risk]=yes"));
    }

    [Fact]
    public async Task Who_changes_what_somebody_else_changed_meanwhile_is_shown_both_sides_and_overwrites_nothing()
    {
        var clerk = await ClerkAsync();
        var house = await AddAsync(clerk, "house", new { name = "测试里1栋104室", use = "owned" });
        await DoAsync(clerk, house.Id, "change", new { version = house.Version, facts = new { use = "rented" }, source = "visit" });
        var late = await clerk.PostAsJsonAsync($"{Records}/{house.Id}/change", new { version = house.Version, facts = new { use = "empty" }, source = "visit" });
        Assert.Equal(HttpStatusCode.Conflict, late.StatusCode);
        Assert.Equal("rented", (await late.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("current").GetProperty("facts").GetProperty("use").GetString());
        Assert.Equal("rented", (await GetAsync(clerk, house.Id)).Facts["use"]);

        var page = await clerk.SubmitAsync($"/desk/registry/{house.Id}/change", new() { ["Facts.Version"] = house.Version.ToString(CultureInfo.InvariantCulture), ["Values[use]"] = "empty" }, "change-record");
        Assert.Equal(HttpStatusCode.Conflict, page.StatusCode);
        Assert.Contains("出租", (await page.PageAsync()).QuerySelector(".error-summary")!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"type":"house","facts":{"name":"甲","use":"owned","color":"red"}}""", "facts.color")]
    [InlineData("""{"type":"house","facts":{"name":"甲"}}""", "facts.use")]
    [InlineData("""{"type":"house","facts":{"name":"甲","use":"sold"}}""", "facts.use")]
    [InlineData("""{"type":"house","facts":{"name":"甲","use":"owned","area":"-1"}}""", "facts.area")]
    [InlineData("""{"type":"house","facts":{"name":"甲","use":"owned","owner-phone":"12345"}}""", "facts.owner-phone")]
    [InlineData("""{"type":"person","facts":{"name":"甲","id-number":"990101199001011234"}}""", "facts.id-number")]
    [InlineData("""{"type":"person","facts":{"name":"甲","born":"2026-02-30"}}""", "facts.born")]
    [InlineData("""{"type":"firm","facts":{"name":"甲","credit-code":"91990101MA0000001A"}}""", "facts.credit-code")]
    [InlineData("""{"type":"spaceship","facts":{}}""", "type")]
    [InlineData("""{"type":"house","facts":{"name":"甲","use":"owned"},"validFrom":"2999-01-01"}""", "validFrom")]
    [InlineData("""{"type":"house","facts":{"name":"甲","use":"owned"},"longitude":113.5}""", "longitude")]
    [InlineData("""{"type":"house","facts":{"name":"甲","use":"owned"},"divisionCode":"990101002"}""", "divisionCode")]
    [InlineData("""{"type":"house","facts":{"name":"甲","use":"owned"},"source":null}""", "source")]
    public async Task What_is_wrong_is_said_at_its_field_and_nothing_is_kept(string command, string field)
    {
        var clerk = await ClerkAsync();
        var json = JsonSerializer.Deserialize<Dictionary<string, JsonElement>>(command)!;
        json.TryAdd("divisionCode", JsonSerializer.SerializeToElement(GridOf(Street)));
        json.TryAdd("source", JsonSerializer.SerializeToElement("visit"));
        var answer = await clerk.PostAsJsonAsync(Records, json);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains(field, (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("errors").EnumerateObject().Select(e => e.Name));
    }

    [Fact]
    public async Task A_position_decides_the_division_where_none_is_named()
    {
        var clerk = await ClerkAsync();
        var place = SignIns.Plan.Places.First(p => p.GridCode.StartsWith(Street, StringComparison.Ordinal));
        var answer = await clerk.PostAsJsonAsync(Records, new { type = "component", facts = new { code = "DG-" + Guid.CreateVersion7().ToString("N")[20..], kind = "lamp" }, longitude = place.At.Lon, latitude = place.At.Lat, source = "visit" });
        Assert.Equal(place.GridCode, (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("divisionCode").GetString());
    }

    [Fact]
    public async Task Records_of_another_street_are_neither_listed_nor_opened_nor_changed()
    {
        var (clerk, other) = (await ClerkAsync(), await ClerkAsync(OtherStreet));
        var name = "隔街" + Guid.CreateVersion7().ToString("N")[20..];
        var firm = await AddAsync(clerk, "firm", new { name, trade = "food" });
        Assert.Empty(await FoundAsync(other, $"q={name}"));
        Assert.Empty(await FoundAsync(other, $"q={name}&division={Street}"));
        foreach (var address in new[] { "", "/history" }) Assert.Equal(HttpStatusCode.NotFound, (await other.GetAsync($"{Records}/{firm.Id}{address}")).StatusCode);
        foreach (var act in new[] { "change", "correct", "end" })
            Assert.Equal(HttpStatusCode.NotFound, (await other.PostAsJsonAsync($"{Records}/{firm.Id}/{act}", new { version = firm.Version, facts = new { trade = "other" }, source = "visit", remark = "理由" })).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await other.PostAsJsonAsync($"{Records}/{firm.Id}/reveal", new { purpose = "走访核实" })).StatusCode);
        foreach (var page in new[] { "", "/change", "/correct", "/end" }) Assert.Equal(HttpStatusCode.NotFound, (await other.GetAsync($"/desk/registry/{firm.Id}{page}")).StatusCode);
    }

    [Fact]
    public async Task The_form_of_a_type_adds_a_record_without_script_and_keeps_what_was_typed_when_something_is_wrong()
    {
        var clerk = await ClerkAsync();
        var name = "表单餐馆" + Guid.CreateVersion7().ToString("N")[20..];
        var wrong = await clerk.SubmitAsync("/desk/registry/new?type=firm", new() { ["Values[name]"] = name, ["Values[trade]"] = "food", ["Values[phone]"] = "123", ["Facts.DivisionCode"] = GridOf(Street) }, "add-record");
        Assert.Equal(HttpStatusCode.BadRequest, wrong.StatusCode);
        var page = await wrong.PageAsync();
        Assert.Equal((name, "123"), (page.QuerySelector("#facts-name")!.GetAttribute("value"), page.QuerySelector("#facts-phone")!.GetAttribute("value")));
        Assert.NotNull(page.QuerySelector("#facts-phone-error"));
        var added = await clerk.SubmitAsync("/desk/registry/new?type=firm", new() { ["Values[name]"] = name, ["Values[trade]"] = "food", ["Facts.DivisionCode"] = GridOf(Street), ["Facts.Address"] = "翠湖社区春晓路1号" }, "add-record");
        Assert.Matches("^/desk/registry/[0-9a-f-]{36}\\?done=added$", added.GoesTo());
        var record = await clerk.PageAsync(added.GoesTo()!);
        Assert.Contains("翠湖社区春晓路1号", record.QuerySelector("main .facts")!.TextContent, StringComparison.Ordinal);
        var corrected = await clerk.SubmitAsync(added.GoesTo()!.Split('?')[0] + "/correct", new() { ["Values[trade]"] = "retail", ["Facts.Remark"] = "选错了行业" }, "correct-record");
        Assert.EndsWith("?done=correct", corrected.GoesTo(), StringComparison.Ordinal);
        Assert.Contains("餐饮 → 零售", (await clerk.PageAsync(corrected.GoesTo()!)).QuerySelector(".timeline")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_act_leaves_a_line_in_the_audit_log()
    {
        var clerk = await ClerkAsync();
        var house = await AddAsync(clerk, "house", new { name = "测试里1栋105室", use = "owned" });
        var changed = await DoAsync(clerk, house.Id, "change", new { version = house.Version, facts = new { use = "rented" }, source = "visit" });
        await DoAsync(clerk, house.Id, "end", new { version = changed.Version, remark = "拆除", source = "visit" });
        await using var scope = App.Services.CreateSystemScope("test");
        var lines = await scope.ServiceProvider.GetRequiredService<AppDb>().Set<AuditEntry>().AsNoTracking().Where(e => e.Subject == $"record/{house.Id}").OrderBy(e => e.At).Select(e => e.Action).ToListAsync();
        Assert.Equal(["registry.added", "registry.changed", "registry.ended"], lines);
    }

    private static async Task<string?> CodeAsync(HttpResponseMessage answer) => (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("code").GetString();
}

public sealed class RecordOnSqlite() : RecordTests("sqlite");

public sealed class RecordOnPostgres() : RecordTests("postgres");

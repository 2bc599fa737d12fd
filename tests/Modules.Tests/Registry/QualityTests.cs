using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Linli.Demo;
using Linli.Platform.Access;
using Linli.Platform.Data;
using Linli.Registry;
using Linli.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Linli.Modules.Tests.Registry;

public abstract class QualityTests(string database) : RegistryTest(database)
{
    private const string Quality = "/api/v1/registry/quality", Findings = "/api/v1/registry/findings";

    /// <summary>A grid in which no other test adds anything.</summary>
    private static readonly string Grid = SignIns.Plan.Divisions.Where(d => d.Level is DemoLevel.Grid && d.Code.StartsWith("990101005", StringComparison.Ordinal)).Select(d => d.Code).Last();

    [Fact]
    public async Task What_is_wrong_stands_on_the_work_list_of_the_grid_and_is_gone_when_it_is_mended()
    {
        var worker = await App.ApiKeyAsync(Grid, "registry.see", "registry.write");
        var record = await AddAsync(worker, "firm", new Dictionary<string, string> { ["name"] = "老街面馆", ["trade"] = "food" }, Grid, address: "和平路1号");
        Assert.Equal([(FindingKind.Missing, "@position"), (FindingKind.Missing, "credit-code"), (FindingKind.Missing, "phone")], await OfAsync(worker, record.Id));

        await DoAsync(worker, record.Id, "change", new { version = record.Version, facts = new { phone = "13900000001" }, source = "visit" });
        Assert.Equal([(FindingKind.Missing, "@position"), (FindingKind.Missing, "credit-code")], await OfAsync(worker, record.Id));
        await DoAsync(worker, record.Id, "end", new { version = record.Version + 1, source = "visit", remark = "已关张" });
        Assert.Empty(await OfAsync(worker, record.Id));
    }

    [Fact]
    public async Task Once_a_year_somebody_looks_and_says_on_the_page_that_it_is_still_so()
    {
        var worker = await App.SignInAsync(App.DemoUser(DemoRole.StreetClerk, Grid[..9]));
        var record = await AddAsync(worker, "general", new { title = "装修备案" }, Grid);
        Assert.Empty(await OfAsync(worker, record.Id));
        await WithDbAsync(db => db.RecordStates.Where(s => s.RecordId == record.Id).ExecuteUpdateAsync(set => set.SetProperty(s => s.RecordedAt, DateTimeOffset.UtcNow.AddDays(-400))));
        await CheckAsync();
        Assert.Equal([(FindingKind.Stale, "@record")], await OfAsync(worker, record.Id));
        var since = await WithDbAsync(db => db.Findings.Where(f => f.RecordId == record.Id).ExecuteUpdateAsync(set => set.SetProperty(f => f.Since, new DateOnly(2026, 1, 1))));
        await CheckAsync();
        Assert.Equal((1, new DateOnly(2026, 1, 1)), (since, await WithDbAsync(db => db.Findings.Where(f => f.RecordId == record.Id).Select(f => f.Since).SingleAsync())));   // found once, it keeps its day

        var page = $"/desk/registry/{record.Id}";
        var refused = await worker.SubmitAsync(page, new() { ["Confirm.Version"] = "7", ["Confirm.Source"] = "Visit" }, "confirm");
        Assert.Equal(HttpStatusCode.Conflict, refused.StatusCode);
        Assert.Equal(page + "?done=confirm", (await worker.SubmitAsync(page, new() { ["Confirm.Source"] = "Visit" }, "confirm")).GoesTo());
        Assert.Empty(await OfAsync(worker, record.Id));
        var history = await worker.GetFromJsonAsync<JsonElement>($"{Records}/{record.Id}/history");
        Assert.Equal("confirmed", history[0].GetProperty("kind").GetString());
        Assert.Equal("registry.confirmed", await WithDbAsync(db => db.Set<Platform.Audit.AuditEntry>().Where(a => a.Subject == $"record/{record.Id}").OrderByDescending(a => a.At).Select(a => a.Action).FirstAsync()));
    }

    [Fact]
    public async Task A_grid_has_a_score_that_follows_from_its_findings()
    {
        var street = await App.ApiKeyAsync(Grid[..9], "registry.see", "registry.write");
        var before = await ScoreAsync();
        await AddAsync(street, "certificate", new Dictionary<string, string> { ["name"] = "许可证", ["number"] = "XK1", ["holder"] = "王守正", ["issued"] = "2024-02-01", ["until"] = "2024-01-01" }, Grid);
        await AddAsync(street, "general", new { title = "活动备案" }, Grid);
        var after = await ScoreAsync();
        Assert.Equal(before.Records + 2, after.Records);
        Assert.Equal((1, 1), (Added(FindingKind.Contradictory), Added(FindingKind.Stale)));
        Assert.Equal(0, Added(FindingKind.OutOfBounds));
        Assert.Equal(100 * Enum.GetValues<FindingKind>().Average(k => 1 - (double)after.Faulty.GetValueOrDefault(k) / after.Records), after.Score!.Value, 6);

        int Added(FindingKind kind) => after.Faulty.GetValueOrDefault(kind) - before.Faulty.GetValueOrDefault(kind);

        async Task<QualityScore> ScoreAsync() =>
            (await street.GetFromJsonAsync<DataQuality>($"{Quality}?division={Grid[..12]}", Platform.Texts.Json.Readable))!.Parts.Single(p => p.Code == Grid);
    }

    [Fact]
    public async Task Nobody_sees_scores_or_findings_of_other_divisions_and_who_may_not_see_records_sees_none()
    {
        var worker = await App.ApiKeyAsync(Grid, "registry.see", "registry.write");
        var record = await AddAsync(worker, "firm", new { name = "别处看不到的店" }, Grid);
        var other = await App.ApiKeyAsync(OtherStreet, "registry.see", "registry.write");
        Assert.Equal(HttpStatusCode.NotFound, (await other.GetAsync($"{Quality}?division={Grid}")).StatusCode);
        Assert.Empty(await OfAsync(other, record.Id));
        Assert.Equal(0, (await other.GetFromJsonAsync<JsonElement>($"{Findings}?division={Grid}")).GetProperty("total").GetInt32());
        Assert.Equal(HttpStatusCode.Forbidden, (await (await App.ApiKeyAsync(Grid, "cases.see")).GetAsync(Findings)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await other.PostAsJsonAsync($"{Records}/{record.Id}/confirm", new { version = record.Version, source = "visit" })).StatusCode);
    }

    [Fact]
    public async Task The_page_leads_from_a_street_to_its_grids_and_lists_what_is_to_be_mended()
    {
        var clerk = await App.SignInAsync(App.DemoUser(DemoRole.StreetClerk, Grid[..9]));
        await AddAsync(clerk, "firm", new { name = "待改的店" }, Grid);
        Assert.Contains($"/desk/registry/quality?division={Grid[..12]}", (await clerk.PageAsync("/desk/registry/quality")).QuerySelector("main")!.InnerHtml, StringComparison.Ordinal);
        var page = (await clerk.PageAsync($"/desk/registry/quality?division={Grid}&type=firm&kind=Missing")).QuerySelector("main")!.TextContent;
        Assert.Contains("待改的店", page, StringComparison.Ordinal);
        Assert.Contains("缺失：统一社会信用代码", page, StringComparison.Ordinal);
        Assert.DoesNotContain("待改的店", (await clerk.PageAsync($"/desk/registry/quality?division={Grid}&kind=Stale")).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    private static async Task<List<(FindingKind Kind, string Field)>> OfAsync(HttpClient who, Guid record)
    {
        var found = new List<FindingSummary>();
        for (var (page, total) = (1, 1); found.Count < total; page++)
        {
            var list = (await who.GetFromJsonAsync<FindingList>($"{Findings}?page={page}&division={Grid}", Platform.Texts.Json.Readable))!;
            if (list.Items.Count == 0) break;
            (total, found) = (list.Total, [.. found, .. list.Items]);
        }
        return [.. found.Where(f => f.RecordId == record).Select(f => (f.Kind, f.Field))];
    }

    private Task CheckAsync() => App.RunJobAsync(CheckQuality.JobName);

    private async Task<T> WithDbAsync<T>(Func<AppDb, Task<T>> act)
    {
        await using var scope = App.Services.CreateSystemScope("test");
        var db = scope.ServiceProvider.GetRequiredService<AppDb>();
        await using var work = await db.BeginAsync();
        var result = await act(db);
        await work.CommitAsync();
        return result;
    }
}

public sealed class QualityOnSqlite() : QualityTests("sqlite");

public sealed class QualityOnPostgres() : QualityTests("postgres");

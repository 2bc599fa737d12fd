using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text;
using Linli.Modules.Tests.Cases.Resident;
using Linli.Platform.Access;
using Linli.Platform.Audit;
using Linli.Platform.Data;
using Linli.Platform.Export;
using Linli.Registry;
using Linli.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Linli.Modules.Tests.Registry;

public abstract class ImportTests(string database) : RegistryTest(database)
{
    private const string Imports = "/api/v1/registry/imports", Page = "/desk/registry/import";

    [Fact]
    public async Task A_table_of_people_is_mapped_looked_at_taken_in_and_taken_back()
    {
        var (clerk, first, second, third) = (await ClerkAsync(), NewIdNumber(), NewIdNumber(), NewIdNumber());
        var csv = $"""
            姓名,身份证号码,手机,性别,现住址,网格编码,生效日期
            钱导入,{first},10020001111,女,测试路1号,{GridOf(Street)},2026-03-01
            孙导入,{second},123,男,测试路2号,{GridOf(Street)},
            李导入,{third},,男,,{GridOf(OtherStreet)},2026年3月2日
            周导入,{first},,女,,{GridOf(Street)},
            """;
        var import = await SendAsync(clerk, "person", CodePagesEncodingProvider.Instance.GetEncoding(54936)!.GetBytes(csv), "人口.csv");
        Assert.Equal(("姓名", "身份证号码", "现住址", "网格编码", "id-number"), (import.Columns["name"], import.Columns["id-number"], import.Columns["@address"], import.Columns["@division"], import.KeyField));
        Assert.Equal((1, 0, 3), (import.Import.Added, import.Import.Changed, import.Import.Refused));
        var rows = await RowsAsync(clerk, import.Import.Id, "refused");
        Assert.Equal([(3, "facts.phone"), (4, "divisionCode"), (5, null)], rows.Select(r => (r.Line, r.Reason!.Errors?.Keys.Single())));
        Assert.Equal("registry.key-twice", rows[2].Reason!.Code);
        Assert.DoesNotContain(rows, r => r.Title!.Contains("导入", StringComparison.Ordinal));   // masked
        Assert.Empty(await FoundAsync(clerk, $"q={first}"));

        var done = await DecideAsync(clerk, import, "confirm", ImportState.Done);
        Assert.Equal((1, 3), (done.Import.Added, done.Import.Refused));
        var person = Guid.Parse(Assert.Single(await FoundAsync(clerk, $"q={first}")));
        Assert.Equal(person, Assert.Single(await RowsAsync(clerk, done.Import.Id, "all"), r => r.Outcome is RowOutcome.Added).RecordId);
        var known = await GetAsync(clerk, person);
        Assert.Equal(("钱**", "f", RecordSource.Import, "人口.csv", new DateOnly(2026, 3, 1)), (known.Facts["name"], known.Facts["sex"], known.State.Source, known.State.Remark, known.State.ValidFrom));
        var refused = await clerk.GetStringAsync($"{Imports}/{done.Import.Id}/refused.csv");
        Assert.Contains($"孙导入,{second},123,男,测试路2号,{GridOf(Street)},,3,手机号码：应为 11 位手机号码", refused, StringComparison.Ordinal);
        Assert.Contains("区划：请选择您管辖范围内的区划", refused, StringComparison.Ordinal);
        Assert.DoesNotContain("钱导入", refused, StringComparison.Ordinal);

        var undone = await DecideAsync(clerk, done, "undo", ImportState.Undone);
        Assert.Equal(0, undone.Import.Kept);
        Assert.Empty(await FoundAsync(clerk, $"q={first}"));
        Assert.Empty(await FoundAsync(clerk, $"q={first}&ended=true"));
        Assert.Equal(HttpStatusCode.NotFound, (await clerk.GetAsync($"{Records}/{person}")).StatusCode);
        Assert.False(await App.ReadAsync(db => db.RecordStates.AnyAsync(s => s.RecordId == person)));
        var subject = $"import/{done.Import.Id}";
        Assert.Equal(
            ["registry.create-import", "registry.import-loading", "registry.imported", "registry.export-refused", "registry.import-undoing", "registry.import-undone"],
            (await App.ReadAsync(db => db.Set<AuditEntry>().Where(a => a.Subject == subject).OrderBy(a => a.At).ThenBy(a => a.Position).Select(a => a.Action).ToListAsync())));
    }

    [Fact]
    public async Task What_is_known_by_its_code_is_changed_by_the_rules_of_a_change_and_goes_back_exactly()
    {
        var clerk = await ClerkAsync();
        var (code, other) = (NewCode(), NewCode());
        var lamp = await AddAsync(clerk, "component", new { code, kind = "lamp", state = "good", keeper = "路灯所" }, validFrom: new(2026, 1, 10), address: "测试路3号");
        var same = await AddAsync(clerk, "component", new { code = other, kind = "bin", state = "good" });
        var before = await GetAsync(clerk, lamp.Id);
        var csv = $"部件编码,类型,状态,权属单位,地址,生效日期\n{code},路灯,破损,,测试路4号,2026-02-01\n{other},垃圾箱,完好,,,\n{code}9,井盖,完好,,,\n{NewCode()},井盖,完好,,,1850-01-01\n";
        var import = await SendAsync(clerk, "component", Encoding.UTF8.GetBytes(csv), "部件.csv");
        Assert.Equal((0, 1, 1, 2), (import.Import.Added, import.Import.Changed, import.Import.Same, import.Import.Refused));   // two name no division

        var done = await DecideAsync(clerk, import, "confirm", ImportState.Done);
        var changed = await GetAsync(clerk, lamp.Id);
        Assert.Equal(("damaged", "路灯所", "测试路4号", before.Version + 1), (changed.Facts["state"], changed.Facts["keeper"], changed.Address, changed.Version));   // an empty cell says nothing
        Assert.Equal("good", (await GetAsync(clerk, lamp.Id, "?asOf=2026-01-31")).Facts["state"]);
        Assert.Equal(same.Version, (await GetAsync(clerk, same.Id)).Version);
        Assert.Contains(lamp.Id.ToString(), await FoundAsync(clerk, $"type=component&f[state]=damaged&q={code}"));

        var between = DateTimeOffset.UtcNow;
        await DecideAsync(clerk, done, "undo", ImportState.Undone);
        var after = await GetAsync(clerk, lamp.Id);
        Assert.Equal((before.State, before.Address, before.Title, before.DivisionCode), (after.State, after.Address, after.Title, after.DivisionCode));
        Assert.Equal(before.Facts, after.Facts);
        Assert.Equal(before.Version + 2, after.Version);   // who saw the imported one is told
        Assert.Contains(lamp.Id.ToString(), await FoundAsync(clerk, $"type=component&f[state]=good&q={code}"));
        Assert.Equal("damaged", (await GetAsync(clerk, lamp.Id, $"?asOf=2026-02-01&known={Uri.EscapeDataString(between.ToString("O"))}")).Facts["state"]);   // what was believed meanwhile is kept
    }

    [Fact]
    public async Task What_was_changed_or_looked_at_since_stays_and_is_listed()
    {
        var (clerk, code, seen, gone) = (await ClerkAsync(), NewCode(), NewIdNumber(), NewIdNumber());
        var lamps = await DecideAsync(clerk, await SendAsync(clerk, "component", Encoding.UTF8.GetBytes($"部件编码,类型,区划\n{code},路灯,{GridOf(Street)}\n"), "灯.csv"), "confirm", ImportState.Done);
        var lamp = await GetAsync(clerk, Guid.Parse(Assert.Single(await FoundAsync(clerk, $"q={code}"))));
        await DoAsync(clerk, lamp.Id, "change", new { version = lamp.Version, facts = new { state = "missing" }, source = "visit" });
        var undone = await DecideAsync(clerk, lamps, "undo", ImportState.Undone);
        Assert.Equal(1, undone.Import.Kept);
        Assert.Equal(lamp.Id, Assert.Single(await RowsAsync(clerk, undone.Import.Id, "kept")).RecordId);
        Assert.Equal("missing", (await GetAsync(clerk, lamp.Id)).Facts["state"]);
        Assert.Contains("已被改过或查阅，保留", (await clerk.PageAsync($"{Page}/{undone.Import.Id}?show=kept")).Body!.TextContent, StringComparison.Ordinal);

        var people = await DecideAsync(clerk, await SendAsync(clerk, "person", Encoding.UTF8.GetBytes($"姓名,身份证号,区划\n赵被看,{seen},{GridOf(Street)}\n赵没看,{gone},{GridOf(Street)}\n"), "人.csv"), "confirm", ImportState.Done);
        await clerk.PostAsJsonAsync($"{Records}/{Assert.Single(await FoundAsync(clerk, $"q={seen}"))}/reveal", new { purpose = "核对身份" });
        Assert.Equal(1, (await DecideAsync(clerk, people, "undo", ImportState.Undone)).Import.Kept);
        Assert.Single(await FoundAsync(clerk, $"q={seen}"));   // who was looked at can still be told
        Assert.Empty(await FoundAsync(clerk, $"q={gone}"));
    }

    [Fact]
    public async Task A_workbook_goes_through_the_pages_and_columns_can_be_corrected()
    {
        var (clerk, code) = (await ClerkAsync(), NewCode());
        using var file = new MemoryStream();
        await using (var workbook = new ExcelFile(file)) await workbook.SheetAsync("表", [["甲", "乙", "丙"], [code, "井盖", GridOf(Street)], ["", "井盖", GridOf(Street)]]);
        var page = await clerk.PageAsync(Page);
        var answer = await clerk.SubmitAsync(Page, page, new() { ["Form.Type"] = "component" }, "import", ("Form.File", file.ToArray()));
        Assert.True(answer.GoesTo() is not null, await answer.Content.ReadAsStringAsync());
        var at = answer.GoesTo()!;
        var id = Guid.Parse(at.Split('/')[^1]);
        await WaitAsync(clerk, id, ImportState.Ready);
        page = await clerk.PageAsync(at);
        Assert.Null(page.QuerySelector("linli-confirm"));   // nothing can be made of columns without names
        var grid = GridOf(Street);
        answer = await clerk.SubmitAsync(at, page, new() { ["Mapped.Columns[code]"] = "甲", ["Mapped.Columns[kind]"] = "乙", ["Mapped.KeyField"] = "code" }, "mapping");
        Assert.Equal(at, answer.GoesTo());
        Assert.Equal(2, (await WaitAsync(clerk, id, ImportState.Ready)).Import.Refused);   // no division
        await clerk.SubmitAsync(at, await clerk.PageAsync(at), new() { ["Mapped.Columns[@division]"] = "丙" }, "mapping");
        Assert.Equal((1, 1), (await WaitAsync(clerk, id, ImportState.Ready)).Import is var looked ? (looked.Added, looked.Refused) : default);
        page = await clerk.PageAsync(at);
        Assert.Contains("部件编码：必填", page.Body!.TextContent, StringComparison.Ordinal);
        answer = await clerk.SubmitAsync(at, await clerk.PageAsync(at), new() { ["Mapped.Columns[code]"] = "", ["Mapped.KeyField"] = "code" }, "mapping");
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("请先指定识别字段对应的列", (await answer.PageAsync()).Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(at, (await clerk.SubmitAsync(at, page, [], "confirm")).GoesTo());
        await WaitAsync(clerk, id, ImportState.Done);
        Assert.Equal(grid, (await GetAsync(clerk, Guid.Parse(Assert.Single(await FoundAsync(clerk, $"q={code}"))))).DivisionCode);
        Assert.NotNull((await clerk.PageAsync(at)).QuerySelector($"a[href='/api/v1/registry/imports/{id}/refused.csv']"));
    }

    [Fact]
    public async Task A_run_that_was_broken_off_goes_on_and_takes_no_row_twice()
    {
        var (clerk, code) = (await ClerkAsync(), NewCode());
        var csv = new StringBuilder("部件编码,类型,区划\n");
        const int Rows = ImportPart.Size + 200;
        for (var i = 0; i < Rows; i++) csv.Append(CultureInfo.InvariantCulture, $"{code}-{i},井盖,{GridOf(Street)}\n");
        var import = await SendAsync(clerk, "component", Encoding.UTF8.GetBytes(csv.ToString()), "井盖.csv");
        await using (var scope = App.Services.CreateSystemScope("test"))
        {
            // Its first part was taken in, and the program ended.
            var services = scope.ServiceProvider;
            var db = services.GetRequiredService<AppDb>();
            var begun = await db.Imports.SingleAsync(i => i.Id == import.Import.Id);
            begun.Begin(ImportState.Loading);
            await db.SaveChangesAsync();
            var type = (await services.GetRequiredService<TypeCache>().GetAsync(default)).Find("component")!;
            await services.GetRequiredService<LoadRows>().HandleAsync(begun, new(begun, type, new(services.GetRequiredService<Contracts.Grids.IDivisions>(), services.GetRequiredService<IAccess>())), default);
            Assert.Equal(ImportPart.Size, begun.Through);
        }
        await clerk.PostAsJsonAsync($"{Imports}/{import.Import.Id}/confirm", new { version = 0 });
        await clerk.PostAsJsonAsync($"{Imports}/{import.Import.Id}/confirm", new { version = 0 });
        var done = await WaitAsync(clerk, import.Import.Id, ImportState.Done);
        Assert.Equal((Rows, 0, 0), (done.Import.Added, done.Import.Refused, done.Import.Same));
        Assert.Equal(Rows, await App.ReadAsync(db => db.Records.CountAsync(r => r.TypeCode == "component" && r.Title.StartsWith(code))));
        await DecideAsync(clerk, done, "undo", ImportState.Undone);
        Assert.Equal(0, await App.ReadAsync(db => db.Records.CountAsync(r => r.TypeCode == "component" && r.Title.StartsWith(code))));
        Assert.Equal(HttpStatusCode.Conflict, (await clerk.PostAsJsonAsync($"{Imports}/{import.Import.Id}/confirm", new { version = 0 })).StatusCode);
    }

    [Fact]
    public async Task The_table_is_kept_encrypted_and_forgotten_after_a_month_and_can_still_be_taken_back()
    {
        var (clerk, id) = (await ClerkAsync(), NewIdNumber());
        var done = await DecideAsync(clerk, await SendAsync(clerk, "person", Encoding.UTF8.GetBytes($"姓名,身份证号,区划\n吴忘记,{id},{GridOf(Street)}\n错误,1,{GridOf(Street)}\n"), "忘.csv"), "confirm", ImportState.Done);
        var key = done.Import.Id;
        var kept = await App.ReadAsync(db => db.ImportParts.Where(p => p.ImportId == key).Select(p => p.Content).SingleAsync());
        Assert.DoesNotContain(id, Encoding.UTF8.GetString(kept), StringComparison.Ordinal);
        await using (var scope = App.Services.CreateSystemScope("test"))
        {
            var db = scope.ServiceProvider.GetRequiredService<AppDb>();
            var old = DateTimeOffset.UtcNow.AddDays(-31);
            await db.Imports.Where(i => i.Id == key).ExecuteUpdateAsync(set => set.SetProperty(i => i.CreatedAt, old));
        }
        await App.RunJobAsync("registry.forget-imports");
        Assert.False(await App.ReadAsync(db => db.ImportParts.AnyAsync(p => p.ImportId == key)));
        Assert.Equal(HttpStatusCode.NotFound, (await clerk.GetAsync($"{Imports}/{key}/refused.csv")).StatusCode);
        Assert.Equal(2, (await RowsAsync(clerk, key, "all")).Count);
        await DecideAsync(clerk, done, "undo", ImportState.Undone);
        Assert.Empty(await FoundAsync(clerk, $"q={id}"));
    }

    [Fact]
    public async Task Nobody_of_another_street_sees_an_import_and_a_grid_worker_makes_none()
    {
        var clerk = await ClerkAsync();
        var import = await SendAsync(clerk, "component", Encoding.UTF8.GetBytes($"部件编码,类型,区划\n{NewCode()},井盖,{GridOf(Street)}\n"), "本街道.csv");
        using var other = await ClerkAsync(OtherStreet);
        foreach (var address in new[] { $"{Imports}/{import.Import.Id}", $"{Imports}/{import.Import.Id}/rows", $"{Imports}/{import.Import.Id}/refused.csv", $"{Page}/{import.Import.Id}" })
            Assert.Equal(HttpStatusCode.NotFound, (await other.GetAsync(address)).StatusCode);
        Assert.DoesNotContain("本街道.csv", await other.GetStringAsync(Page), StringComparison.Ordinal);
        foreach (var act in new[] { "confirm", "undo", "columns" }) Assert.Equal(HttpStatusCode.NotFound, (await other.PostAsJsonAsync($"{Imports}/{import.Import.Id}/{act}", new { version = import.Import.Version })).StatusCode);
        using var worker = await WorkerAsync();
        Assert.Equal(HttpStatusCode.Forbidden, (await worker.GetAsync(Page)).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await worker.PostAsJsonAsync(Imports, new { type = "component", fileName = "x.csv", file = "x"u8.ToArray() })).StatusCode);
    }

    private static int codes;

    private static string NewCode() => $"DR{Random.Shared.Next(1_000_000):000000}{Interlocked.Increment(ref codes):0000}";

    private static async Task<ImportDetails> SendAsync(HttpClient clerk, string type, byte[] file, string fileName)
    {
        var answer = await clerk.PostAsJsonAsync(Imports, new { type, fileName, file });
        Assert.True(answer.StatusCode is HttpStatusCode.Created, await answer.Content.ReadAsStringAsync());
        return await WaitAsync(clerk, (await answer.Content.ReadFromJsonAsync<ImportKey>())!.Id, ImportState.Ready);
    }

    private static async Task<ImportDetails> DecideAsync(HttpClient clerk, ImportDetails import, string act, ImportState then)
    {
        var answer = await clerk.PostAsJsonAsync($"{Imports}/{import.Import.Id}/{act}", new { version = import.Import.Version });
        Assert.True(answer.StatusCode is HttpStatusCode.NoContent, await answer.Content.ReadAsStringAsync());
        return await WaitAsync(clerk, import.Import.Id, then);
    }

    private static Task<ImportDetails> WaitAsync(HttpClient clerk, Guid id, ImportState state) =>
        Soon.FindAsync(async () => (await clerk.GetFromJsonAsync<ImportDetails>($"{Imports}/{id}", Platform.Texts.Json.Readable))! is var import && import.Import.State == state ? import : null);

    private static async Task<IReadOnlyList<ImportLine>> RowsAsync(HttpClient clerk, Guid id, string show) =>
        (await clerk.GetFromJsonAsync<ImportRowList>($"{Imports}/{id}/rows?show={show}", Platform.Texts.Json.Readable))!.Items;
}

public sealed class ImportOnSqlite() : ImportTests("sqlite");

public sealed class ImportOnPostgres() : ImportTests("postgres");

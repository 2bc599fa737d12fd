using Linli.Cases;
using Linli.Platform.Access;
using Linli.Platform.CommandLine;
using Linli.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Linli.Modules.Tests.Cases;

public abstract class ImportTableTests(string database) : ModuleTest(database)
{
    [Fact]
    public async Task Tables_of_another_system_become_divisions_units_taxonomy_and_cases_with_their_own_times()
    {
        var tables = new ExportedTables("960111");
        tables.Events(tables.Event(1), tables.Event(2, late: "1", done: "0"), tables.Event(3, unit: "-", done: "0"));
        var report = await ImportAsync(tables);
        Assert.Equal(["communities.tsv line 5: it names no community, or one without a code", "taxonomy.tsv line 4: a level has no key of digits, or one that is too long"], Refusals(report));

        var divisions = App.Services.GetRequiredService<Contracts.Grids.IDivisions>();
        Assert.Equal(["东柳社区", "西柳社区"], divisions.Below("960111001").Select(d => d.Name));
        Assert.Equal("柳街道 西柳社区", divisions.PathOf("960111001912"));   // no official code: made from its key
        var unit = App.Services.GetRequiredService<Contracts.Grids.IUnits>().FindByCode("960111-1")!;
        Assert.Equal(("柳街道执法队", Contracts.Grids.UnitKind.Team, "960111001"), (unit.Name, unit.Kind, unit.DivisionCode));

        var cases = await CasesAsync(tables);
        Assert.Equal(["T960111-1", "T960111-2", "T960111-3"], cases.Select(c => c.Number));
        Assert.Equal([(CaseStatus.Closed, true), (CaseStatus.Closed, false), (CaseStatus.Received, (bool?)null)], cases.Select(c => (c.Status, c.OnTime)));
        Assert.Equal([unit.Id, unit.Id, null], cases.Select(c => c.UnitId));
        Assert.Equal(new DateTimeOffset(2025, 3, 1, 0, 0, 0, TimeSpan.Zero), cases[0].ReceivedAt);
        Assert.Equal(("市容／垃圾(积存)（柳街道 东柳社区）", "phone", "960111001001", "0110005"), (cases[0].Title, cases[0].Channel, cases[0].DivisionCode, cases[0].CategoryCode));
        Assert.All(cases, c => Assert.Equal((null, null), (c.DispatchedAt, c.HandledAt)));   // the tables do not tell
    }

    [Fact]
    public async Task Importing_again_changes_nothing()
    {
        var tables = new ExportedTables("960112");
        tables.Events(tables.Event(1), tables.Event(2));
        await ImportAsync(tables);
        var report = await ImportAsync(tables);
        Assert.Equal((0, 0, 2), (report[ImportOutcome.Taken], report[ImportOutcome.Changed], (await CasesAsync(tables)).Count));
    }

    [Fact]
    public async Task What_cannot_be_read_is_refused_with_its_line_and_the_rest_is_taken()
    {
        var tables = new ExportedTables("960113");
        tables.Events(
            tables.Event(1), tables.Event(1), tables.Event(2, time: "2025-02-30 08:00:00"), tables.Event(3, unit: "9"),
            tables.Event(4, source: "飞鸽"), tables.Event(5, done: "?"), tables.Event(6, sub: "7"), tables.Event(7));
        var file = Path.Combine(tables.Folder, "refused.tsv");
        var report = await ImportAsync(tables, default, "--report", file);
        Assert.Equal(
            [
                "events.tsv line 3: the number T960113-1 stands in the file before",
                "events.tsv line 4: '2025-02-30 08:00:00' is not a time of the form yyyy-MM-dd HH:mm:ss",
                "events.tsv line 5: no unit has the code '960113-9'",
                "events.tsv line 6: the profile knows no channel '飞鸽'",
                "events.tsv line 7: no rule of the profile tells where it stands",
                "events.tsv line 8: '0130007' is not a leaf of the taxonomy",
            ],
            Refusals(report).Where(r => r.StartsWith("events", StringComparison.Ordinal)));
        Assert.Equal(2, (await CasesAsync(tables)).Count);
        Assert.Equal(report.Refused.Count + 1, (await File.ReadAllLinesAsync(file, TestContext.Current.CancellationToken)).Length);
    }

    [Fact]
    public async Task An_import_cut_off_in_the_middle_goes_on_where_it_stood()
    {
        const int count = 1_700;
        var tables = new ExportedTables("960114");
        tables.Events([.. Enumerable.Range(1, count).Select(id => tables.Event(id))]);
        using var cut = new CancellationTokenSource();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => ImportAsync(tables, cut.Token, output: new CuttingWriter(cut, "50 %")));
        Assert.InRange((await CasesAsync(tables)).Count, 1, count - 1);

        await ImportAsync(tables);
        Assert.Equal(count, (await CasesAsync(tables)).Select(c => c.Number).Distinct().Count());
    }

    [Fact]
    public async Task A_profile_that_lacks_something_says_what()
    {
        var tables = new ExportedTables("960115");
        await File.WriteAllTextAsync(tables.ProfileFile, """{ "name": "half" }""", TestContext.Current.CancellationToken);
        var error = await Assert.ThrowsAsync<UsageException>(() => ImportAsync(tables));
        Assert.Contains("source", error.Message, StringComparison.Ordinal);
    }

    private static IEnumerable<string> Refusals(ImportReport report) => report.Refused.Select(r => $"{r.Place}: {r.Reason}");

    private Task<ImportReport> ImportAsync(ExportedTables tables, CancellationToken ct, params string[] options) => ImportAsync(tables, ct, TextWriter.Null, options);

    private async Task<ImportReport> ImportAsync(ExportedTables tables, CancellationToken ct = default, TextWriter? output = null, params string[] options)
    {
        await using var scope = App.Services.CreateSystemScope("import");
        var import = scope.ServiceProvider.GetServices<IImport>().Single(i => i.What == "table");
        return await import.RunAsync(new VerbCall(["table", "--profile", tables.ProfileFile, tables.Folder, .. options], output ?? TextWriter.Null), ct);
    }

    private async Task<List<Case>> CasesAsync(ExportedTables tables)
    {
        await using var scope = App.Services.CreateSystemScope("test");
        return await scope.ServiceProvider.GetRequiredService<AppDb>().Cases.AsNoTracking().Where(c => c.DivisionCode.StartsWith(tables.District)).OrderBy(c => c.Number).ToListAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>Pulls the plug when a certain word is shown.</summary>
    private sealed class CuttingWriter(CancellationTokenSource cut, string at) : StringWriter
    {
        public override void WriteLine(string? value)
        {
            if (value!.Contains(at, StringComparison.Ordinal)) cut.Cancel();
        }
    }
}

public sealed class ImportTableOnSqlite() : ImportTableTests("sqlite");

public sealed class ImportTableOnPostgres() : ImportTableTests("postgres");

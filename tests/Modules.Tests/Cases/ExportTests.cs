using System.Text;
using Linli.Platform.Access;
using Linli.Platform.CommandLine;
using Linli.Platform.Export;
using Linli.Platform.Import;
using Microsoft.Extensions.DependencyInjection;

namespace Linli.Modules.Tests.Cases;

public abstract class ExportTests(string database) : ModuleTest(database)
{
    [Fact]
    public async Task What_was_exported_reads_back_line_by_line()
    {
        await using var scope = App.Services.CreateSystemScope("test");
        var file = Path.Combine(Directory.CreateTempSubdirectory("linli-export-").FullName, "units.csv");
        var verb = scope.ServiceProvider.GetServices<IVerb>().Single(v => v.Name == "export");
        Assert.Equal(0, await verb.RunAsync(new VerbCall(["units", "--to", file], TextWriter.Null), TestContext.Current.CancellationToken));
        var lines = TableFile.Read(file, "code", "name", "kind", "division").ToList();
        Assert.True(lines.Count >= 45);

        var again = scope.ServiceProvider.GetServices<IImport>().Single(i => i.What == "units");
        var report = await again.RunAsync(new VerbCall(["units", file], TextWriter.Null), TestContext.Current.CancellationToken);
        Assert.Equal((0, 0), (report[ImportOutcome.Changed], report.Refused.Count));
    }

    [Fact]
    public async Task Cases_and_audit_come_in_open_formats()
    {
        await using var scope = App.Services.CreateSystemScope("test");
        foreach (var (what, format, beginning) in new[] { ("cases", "csv", "number,channel"), ("cases", "geojson", "{\"type\":\"FeatureCollection\""), ("audit", "csv", "chain,position") })
        {
            using var output = new MemoryStream();
            await scope.ServiceProvider.GetServices<IExport>().Single(e => e.What == what).WriteAsync(output, format, TestContext.Current.CancellationToken);
            Assert.StartsWith(beginning, Encoding.UTF8.GetString(output.ToArray()).TrimStart('\uFEFF'), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_cell_that_a_spreadsheet_would_take_for_a_formula_is_defused()
    {
        using var output = new MemoryStream();
        await using (var csv = new CsvFile(output)) await csv.WriteAsync("=1+1", "一,\"二\"", 3, null);
        Assert.Equal("'=1+1,\"一,\"\"二\"\"\",3,\r\n", Encoding.UTF8.GetString(output.ToArray()).TrimStart('\uFEFF'));
    }
}

public sealed class ExportOnSqlite() : ExportTests("sqlite");

public sealed class ExportOnPostgres() : ExportTests("postgres");

using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;
using Linli.Cases.Figures;
using Linli.Cases.ListCases;
using Linli.Contracts.Grids;
using Linli.Platform.Access;
using Linli.Platform.CommandLine;
using Linli.Platform.Import;
using Linli.Platform.Texts;
using Linli.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Linli.Modules.Tests.Cases;

/// <summary>Real events of 2018, which lie beside the checkout where they are at hand; never part of the project.</summary>
public abstract class PingshanTests(string database)
{
    private const string District = "440310";

    [Fact]
    public async Task What_the_pages_show_after_the_import_equals_what_the_file_says()
    {
        var folder = Folder();
        var events = TableFile.Read(Path.Combine(folder, "events.tsv")).ToList();
        await using var app = await LinliApp.StartAsync(database);
        var report = await ImportAsync(app, folder);
        Assert.Empty(report.Refused);
        Assert.Equal(0, (await ImportAsync(app, folder))[ImportOutcome.Taken]);

        var client = await app.ApiKeyAsync(District, "cases.see", "cases.see-figures");
        var figures = (await client.GetFromJsonAsync<FigureSheet>("/api/v1/figures", Json.Readable, TestContext.Current.CancellationToken))!;
        AssertSame(events, figures.Total);
        AssertSame(events, "STREET_NAME", figures.ByDivision);
        AssertSame(events, "EVENT_TYPE_NAME", figures.ByCategory);
        Assert.Equal(Counts(events, "EVENT_SRC_NAME").Values.Order(), figures.ByChannel.Select(line => line.Figures.Received).Order());
        var units = app.Services.GetRequiredService<IUnits>();
        Assert.Equal(Counts(events, "DISPOSE_UNIT_ID"), figures.ByUnit.ToDictionary(line => line.Key.Length == 0 ? "-" : units.Find(Guid.Parse(line.Key))!.Code, line => line.Figures.Received));
        Assert.Equal(events.GroupBy(e => e["CREATE_TIME"][..7]).ToDictionary(g => g.Key, g => g.Count()), figures.ByMonth.Where(m => m.Figures.Received > 0).ToDictionary(m => m.Key, m => m.Figures.Received));

        var page = await client.PageAsync("/desk/figures");
        Assert.Contains(Rate(events), page.QuerySelectorAll(".stat-value").Select(value => value.TextContent.Trim()));
        foreach (var street in figures.ByDivision)
        {
            var part = await client.PageAsync($"/desk/figures?division={street.Key}");
            var listed = (await client.GetFromJsonAsync<JsonElement>($"/api/v1/cases/counts?division={street.Key}&status=all", TestContext.Current.CancellationToken)).GetProperty("byStatus");
            Assert.Equal(Math.Min(street.Figures.Closed, CaseCounts.MostEnded), listed.GetProperty("closed").GetInt32());
            Assert.Equal(street.Figures.Received - street.Figures.Closed, listed.EnumerateObject().Where(s => s.Name != "closed").Sum(s => s.Value.GetInt32()));
            Assert.Contains(Rate([.. events.Where(e => e["STREET_NAME"] == street.Name)]), part.QuerySelectorAll(".stat-value").Select(value => value.TextContent.Trim()));
        }
    }

    private static async Task<ImportReport> ImportAsync(LinliApp app, string folder)
    {
        await using var scope = app.Services.CreateSystemScope("import");
        return await scope.ServiceProvider.GetServices<IImport>().Single(i => i.What == "pingshan").RunAsync(new VerbCall(["pingshan", folder], TextWriter.Null), TestContext.Current.CancellationToken);
    }

    private static void AssertSame(IReadOnlyCollection<TableLine> events, Tally figures) => Assert.Equal(
        (events.Count, OnTime(events) + Late(events), OnTime(events), events.Count - OnTime(events) - Late(events), 0), (figures.Received, figures.Closed, figures.ClosedOnTime, figures.Open, figures.Overdue));

    private static void AssertSame(IEnumerable<TableLine> events, string column, IReadOnlyList<FigureLine> figures)
    {
        var expected = events.GroupBy(e => e[column]).ToDictionary(g => g.Key, g => g.ToList());
        Assert.Equal(expected.Keys.Order(), figures.Select(line => line.Name).Order());
        foreach (var line in figures) AssertSame(expected[line.Name], line.Figures);
    }

    private static string Rate(IReadOnlyCollection<TableLine> events) =>
        (100.0 * OnTime(events) / (OnTime(events) + Late(events))).ToString("0.00", CultureInfo.InvariantCulture) + " %";

    private static int OnTime(IEnumerable<TableLine> events) => events.Count(e => e["INTIME_ARCHIVE_NUM"] == "1");

    private static int Late(IEnumerable<TableLine> events) => events.Count(e => e["OVERTIME_ARCHIVE_NUM"] == "1");

    private static Dictionary<string, int> Counts(IEnumerable<TableLine> events, string column) => events.GroupBy(e => e[column]).ToDictionary(g => g.Key, g => g.Count());

    private static string Folder()
    {
        var root = AppContext.BaseDirectory;
        while (root is not null && !File.Exists(Path.Combine(root, "Linli.slnx"))) root = Path.GetDirectoryName(root);
        var folder = Path.Combine(root ?? "", "..", "shared", "data", "pingshan");
        Assert.SkipUnless(Directory.Exists(folder), "../shared/data/pingshan is not at hand");
        return folder;
    }
}

public sealed class PingshanOnSqlite() : PingshanTests("sqlite");

public sealed class PingshanOnPostgres() : PingshanTests("postgres");

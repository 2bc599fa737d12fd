using Linli.Platform.Access;
using Linli.Platform.CommandLine;
using Microsoft.Extensions.DependencyInjection;

namespace Linli.Modules.Tests.Grids;

/// <summary>Imports into divisions of their own, below 97, so that the demo district stays as it is.</summary>
public abstract class ImportTests(string database) : ModuleTest(database)
{
    private const string Divisions = """
        code,name,parent,level
        970101001,东街道,9701,street
        9701,不设区的市,97,city
        97,示例省,,province
        97010100x,错码,9701,street
        970101002,孤儿街道,9799,street
        970101001,重名街道,9701,street
        970101003,,9701,street
        """;

    private const string Square = """{"type":"Polygon","coordinates":[[[110,30],[110.01,30],[110.01,30.01],[110,30.01],[110,30]]]}""";

    private async Task<(ImportReport Report, string Output)> Import(string what, string text, params string[] options)
    {
        var file = Path.Combine(Directory.CreateTempSubdirectory("linli-import-").FullName, "file.csv");
        await File.WriteAllTextAsync(file, text);
        await using var scope = App.Services.CreateSystemScope("import");
        var output = new StringWriter();
        var import = scope.ServiceProvider.GetServices<IImport>().Single(i => i.What == what);
        return (await import.RunAsync(new VerbCall([what, file, .. options], output), default), output.ToString());
    }

    private static (int, int, int, int) Counts(ImportReport report) =>
        (report[ImportOutcome.Taken], report[ImportOutcome.Changed], report[ImportOutcome.Unchanged], report.Refused.Count);

    [Fact]
    public async Task Divisions_are_taken_parents_first_and_bad_lines_say_what_is_wrong()
    {
        var (report, _) = await Import("divisions", Divisions);
        Assert.Equal(3, report[ImportOutcome.Taken] + report[ImportOutcome.Unchanged]);   // another test may have been quicker
        Assert.Equal(
            [
                "line 5: '97010100x' is not a code of 2, 4, 6, 9, 12 or 15 digits", "line 6: the parent 9799 is not known",
                "line 7: the code 970101001 stands in the file before", "line 8: the name is missing or longer than 100 characters",
            ],
            report.Refused.Select(r => $"{r.Place}: {r.Reason}").Order(StringComparer.Ordinal));

        Assert.Equal((0, 0, 3, 4), Counts((await Import("divisions", Divisions)).Report));
        Assert.Equal("东街道", App.Services.GetRequiredService<Contracts.Grids.IDivisions>().PathOf("970101001"));
    }

    [Fact]
    public async Task A_redrawn_boundary_keeps_the_one_before_and_moves_the_lookup()
    {
        await Import("divisions", Divisions);
        var divisions = App.Services.GetRequiredService<Contracts.Grids.IDivisions>();
        var drawn = Boundaries(Square);
        Assert.Equal((1, 0, 0, 1), Counts((await Import("boundaries", drawn, "--crs", "wgs84", "--code", "adcode")).Report));
        Assert.Equal("970101001", divisions.Locate(110.005, 30.005)?.Code);
        Assert.Equal((0, 0, 1, 1), Counts((await Import("boundaries", drawn, "--crs", "wgs84", "--code", "adcode")).Report));

        Assert.Equal((0, 1, 0, 1), Counts((await Import("boundaries", Boundaries(Square.Replace("110", "111", StringComparison.Ordinal)), "--crs", "wgs84", "--code", "adcode")).Report));
        Assert.Null(divisions.Locate(110.005, 30.005));
        Assert.Equal("970101001", divisions.Locate(111.005, 30.005)?.Code);

        static string Boundaries(string shape) => $$"""
            {"type":"FeatureCollection","features":[
              {"type":"Feature","properties":{"adcode":970101001},"geometry":{{shape}}},
              {"type":"Feature","properties":{"adcode":970199},"geometry":{{shape}}}]}
            """;
    }

    [Fact]
    public async Task The_coordinate_system_of_a_map_file_must_be_named()
    {
        var error = await Assert.ThrowsAsync<UsageException>(() => Import("boundaries", "{}"));
        Assert.Equal("--crs is missing.", error.Message);
    }

    [Fact]
    public async Task Units_find_parents_further_down_and_fall_with_a_parent_that_is_refused()
    {
        await Import("divisions", Divisions);
        const string units = """
            code,name,kind,division,parent,phone
            T2,"东街道执法队, 一队",team,970101001,T1,10000000001
            T1,东街道办,street-office,970101001,,
            T3,怪单位,committee,970101001,,
            T4,怪单位的下属,team,970101001,T3,
            """;
        Assert.Equal((2, 0, 0, 2), Counts((await Import("units", units)).Report));
        var report = (await Import("units", units.Replace("10000000001", "10000000002", StringComparison.Ordinal))).Report;
        Assert.Equal((0, 1, 1, 2), Counts(report));
        Assert.Equal("no unit has the code 'T3' of its parent", report.Refused[1].Reason);
        var register = App.Services.GetRequiredService<Contracts.Grids.IUnits>();
        Assert.Equal(("东街道执法队, 一队", register.FindByCode("T1")!.Id), (register.FindByCode("T2")!.Name, register.FindByCode("T2")!.ParentId));
    }

    [Fact]
    public async Task A_place_without_a_division_goes_to_the_grid_it_lies_in()
    {
        var divisions = App.Services.GetRequiredService<Contracts.Grids.IDivisions>();
        var known = (await App.Services.GetRequiredService<Contracts.Grids.IPlaces>().SearchAsync("路", "990101", 1, default)).Single();
        var text = FormattableString.Invariant($"name\tlon\tlat\n导入的亭子\t{known.Longitude}\t{known.Latitude}\n海上\t0\t0\n错位\tx\t1");
        var (report, _) = await Import("places", text, "--crs", "wgs84");
        Assert.Equal((1, 0, 0, 2), Counts(report));
        var found = (await App.Services.GetRequiredService<Contracts.Grids.IPlaces>().SearchAsync("导入的亭子", "", 5, default)).Single();
        Assert.Equal(known.DivisionCode, found.DivisionCode);
        Assert.NotNull(divisions.Find(found.DivisionCode));
        Assert.Equal((0, 0, 1, 2), Counts((await Import("places", text, "--crs", "wgs84")).Report));
    }
}

public sealed class ImportOnSqlite() : ImportTests("sqlite");

public sealed class ImportOnPostgres() : ImportTests("postgres");

using Linli.Platform.Access;
using Linli.Platform.CommandLine;
using Linli.Platform.Export;
using Microsoft.Extensions.DependencyInjection;
using Linli.Testing;

namespace Linli.Modules.Tests.Addresses;

public abstract class ImportAddressesTests(string database) : AddressTest(database)
{
    private async Task<ImportReport> Import(string text, params string[] options)
    {
        var file = Path.Combine(Directory.CreateTempSubdirectory("linli-import-").FullName, "file.csv");
        await File.WriteAllTextAsync(file, text);
        await using var scope = App.Services.CreateSystemScope("import");
        return await scope.ServiceProvider.GetServices<IImport>().Single(i => i.What == "addresses").RunAsync(new VerbCall(["addresses", file, .. options], TextWriter.Null), default);
    }

    private static (int, int, int, int) Counts(ImportReport report) =>
        (report[ImportOutcome.Taken], report[ImportOutcome.Changed], report[ImportOutcome.Unchanged], report.Refused.Count);

    [Fact]
    public async Task A_file_is_taken_once_and_what_differs_later_is_changed_with_its_old_name()
    {
        var grid = Grid(4);
        string List(string name) => $"""
            code,level,name,parent,division,lon,lat,aliases,old_names
            im-1,road,导入大道,,{grid.ParentCode},,,,
            im-2,estate,{name},im-1,,{grid.Longitude},{grid.Latitude},导入大院、导入院,
            im-3,building,三栋,im-2,,,,,
            im-4,room,502,im-3,,,,,
            """;
        Assert.Equal((4, 0, 0, 0), Counts(await Import(List("导入花园"), "--crs", "wgs84")));
        await UntilFoundAsync("导入大院3-502");
        Assert.Equal(grid.Code, Book.Match("导入大院3栋502").Best!.Address.DivisionCode);
        Assert.Equal((0, 0, 4, 0), Counts(await Import(List("导入花园"), "--crs", "wgs84")));

        Assert.Equal((0, 1, 3, 0), Counts(await Import(List("导入公馆"), "--crs", "wgs84")));
        Assert.Equal((0, 0, 4, 0), Counts(await Import(List("导入公馆"), "--crs", "wgs84")));
        await Soon.HoldsAsync(() => Book.Match("导入花园3栋502").Best?.Address.Text.EndsWith("导入公馆3栋502室", StringComparison.Ordinal) is true);
    }

    [Fact]
    public async Task Bad_lines_say_what_is_wrong_and_the_rest_is_taken()
    {
        var community = Grid(4).ParentCode;
        var report = await Import($"""
            code,level,name,parent,division,from
            bad-1,road,导入二路,,{community},2020-01-01
            bad-1,road,导入二路,,{community},
            bad 2,road,导入三路,,{community},
            bad-3,street,导入街道,,{community},
            bad-4,number,5,bad-9,,
            bad-5,road,导入四路,bad-1,,
            bad-6,road,导入五路,,,
            bad-7,road,导入六路,,990199,
            bad-8,road,,,{community},
            bad-10,number,5,bad-1,,去年
            """);
        Assert.Equal(1, report[ImportOutcome.Taken]);
        Assert.Equal(
            [
                "line 3: the code bad-1 stands in the file before", "line 4: 'bad 2' is not a code of 1 to 40 letters, digits and dashes",
                "line 5: 'street' is not a level; there are Village, Road, Crossing, Number, Estate, Phase, Building, Unit, Floor, Room",
                "line 6: no address has the code 'bad-9' of its parent, which must stand before it", "line 7: a Road does not lie below a Road", "line 8: it lies in no division",
                "line 9: no division has the code '990199'", "line 10: the name is missing or longer than 100 characters", "line 11: from and until are days like 2026-11-22",
            ],
            report.Refused.Select(r => $"{r.Place}: {r.Reason}"));
        var unnamed = await Assert.ThrowsAsync<UsageException>(() => Import("code,level,name,lon,lat\nbad-11,road,导入七路,1,1"));
        Assert.Equal("--crs is missing.", unnamed.Message);
    }

    [Fact]
    public async Task What_is_exported_can_be_imported_and_changes_nothing()
    {
        await Soon.HoldsAsync(() => Book.Ready);
        await using var scope = App.Services.CreateSystemScope("export");
        using var output = new MemoryStream();
        var rows = await scope.ServiceProvider.GetServices<IExport>().Single(e => e.What == "addresses").WriteAsync(output, "csv", default);
        var text = System.Text.Encoding.UTF8.GetString(output.ToArray()).TrimStart('\uFEFF').ReplaceLineEndings("\n").Split('\n');
        Assert.Equal(rows, text.Count(line => line.Length > 0) - 1);
        // Other tests change theirs at this moment; the demo's own stay.
        var demo = string.Join('\n', text.Where(line => line.StartsWith("code,", StringComparison.Ordinal) || line.StartsWith("990101", StringComparison.Ordinal)));
        var again = await Import(demo, "--crs", "wgs84");
        Assert.Equal((0, 0, 0), (again[ImportOutcome.Taken], again[ImportOutcome.Changed], again.Refused.Count));
        Assert.True(again[ImportOutcome.Unchanged] > 5_000);
    }
}

public sealed class ImportAddressesOnSqlite() : ImportAddressesTests("sqlite");

public sealed class ImportAddressesOnPostgres() : ImportAddressesTests("postgres");

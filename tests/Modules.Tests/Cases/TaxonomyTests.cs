using System.Net;
using System.Net.Http.Json;
using Linli.Cases;
using Linli.Cases.Taxonomy;
using Linli.Contracts.Grids;
using Linli.Demo;
using Linli.Platform.Access;
using Linli.Platform.CommandLine;
using Linli.Platform.Data;
using Linli.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Linli.Modules.Tests.Cases;

public abstract class TaxonomyTests(string database) : ModuleTest(database)
{
    private const string District = "990101";

    [Fact]
    public async Task A_list_of_categories_is_taken_parents_first_and_bad_lines_say_what_is_wrong()
    {
        const string list = """
            code,name,keywords,urgent
            T101,路灯,灯不亮 黑,0
            T1,设施,,
            T1,重复,,
            T102,井盖,盖子没了,1
            T10101,灯杆,,
            T2-,坏码,,
            T3,急事,,maybe
            """;
        var report = await ImportAsync("taxonomy", list);
        Assert.Equal(["line 4: the code T1 stands in the file before", "line 7: 'T2-' is not a code of letters and digits", "line 8: 'maybe' is neither 1 nor 0"], Refusals(report).Order(StringComparer.Ordinal));
        Assert.Equal(4, report[ImportOutcome.Taken]);

        var tree = await TreeAsync();
        Assert.Equal(["T10101", "T102"], tree.Leaves.Select(l => l.Code).Where(c => c.StartsWith('T')));
        Assert.Equal(["设施", "路灯", "灯杆"], tree.PathTo("T10101").Select(c => c.Name));
        Assert.True(tree.Find("T102")!.Urgent);

        report = await ImportAsync("taxonomy", "code,name,keywords\nT102,井盖,盖子没了 坑\nT10201,破井盖,");
        Assert.Equal((1, "line 3: T102 is a leaf that cases may have; nothing can be put below it"), (report[ImportOutcome.Changed], Refusals(report).Single()));
    }

    [Fact]
    public async Task A_changed_entry_of_the_responsibility_list_ends_and_another_begins()
    {
        await ImportAsync("taxonomy", "code,name\nU1,试验类");
        var (first, second) = (Units[0].Code, Units[1].Code);
        Assert.Equal(1, (await ImportAsync("responsibilities", $"category,division,unit,handle\nU1,{District},{first},3wd"))[ImportOutcome.Taken]);
        Assert.Equal(1, (await ImportAsync("responsibilities", $"category,division,unit,handle\nU1,{District},{first},3wd"))[ImportOutcome.Unchanged]);
        Assert.Equal(1, (await ImportAsync("responsibilities", $"category,division,unit,handle\nU1,{District},{second},3wd"))[ImportOutcome.Changed]);
        var bad = await ImportAsync("responsibilities", $"category,division,unit,handle\nU9,{District},{first},3wd\nU1,9999,{first},3wd\nU1,{District},nobody,3wd\nU1,{District},{first},soon");
        Assert.Equal(
            ["line 2: no category has the code 'U9'", "line 3: no division has the code '9999'", "line 4: no unit has the code 'nobody'", "line 5: 'soon' is not a limit; write for example 8wh, 3wd, 24h or 7d"],
            Refusals(bad));

        var entries = await EntriesAsync("U1");
        Assert.Equal([false, true], entries.Select(e => e.ValidTo is null));
        Assert.Equal(entries[0].ValidTo, entries[1].ValidFrom);
        Assert.Equal(Units[1].Id, (await TreeAsync()).Responsibilities.Find("U1", District)!.UnitId);
    }

    [Fact]
    public async Task Who_keeps_the_list_changes_it_on_the_page_of_a_category_and_others_only_read()
    {
        await ImportAsync("taxonomy", "code,name\nV1,页面类");
        using var admin = await App.SignInAsync(App.DemoUser(DemoRole.Admin));
        var answer = await admin.SubmitAsync("/desk/taxonomy/V1", new() { ["Entry.DivisionCode"] = District, ["Entry.UnitId"] = Units[2].Id.ToString(), ["Entry.Handle"] = "4wd" }, "entry");
        Assert.Equal("/desk/taxonomy/V1", answer.GoesTo());
        answer = await admin.SubmitAsync("/desk/taxonomy/V1", new() { ["Words.Keywords"] = "  甲   乙 甲 " }, "words");
        Assert.Equal("/desk/taxonomy/V1", answer.GoesTo());
        Assert.Equal("甲 乙", (await TreeAsync()).Find("V1")!.Keywords);
        Assert.Contains(Units[2].Name, (await admin.PageAsync("/desk/taxonomy/V1")).Body!.TextContent, StringComparison.Ordinal);

        var refused = await admin.SubmitAsync("/desk/taxonomy/V1", new() { ["Entry.DivisionCode"] = District, ["Entry.UnitId"] = Units[2].Id.ToString(), ["Entry.Handle"] = "later" }, "entry");
        Assert.Null(refused.GoesTo());

        using var clerk = await App.SignInAsync(App.DemoUser(DemoRole.StreetClerk));
        Assert.Null((await clerk.PageAsync("/desk/taxonomy/V1")).QuerySelector("main form[method=post]"));
        using var key = await App.ApiKeyAsync(District, CasesPolicies.SeeTaxonomy);
        Assert.Equal(HttpStatusCode.Forbidden, (await key.PutAsJsonAsync("/api/v1/taxonomy/V1/keywords", new { keywords = "丙" }, TestContext.Current.CancellationToken)).StatusCode);
    }

    [Fact]
    public async Task Nobody_makes_a_unit_responsible_outside_their_divisions()
    {
        await ImportAsync("taxonomy", "code,name\nW1,越界类");
        using var key = await App.ApiKeyAsync("990101001", CasesPolicies.ManageTaxonomy);
        var answer = await key.PostAsJsonAsync("/api/v1/taxonomy/W1/responsibilities", new { divisionCode = "990101002", unitId = Units[0].Id, accept = "1wh", dispatch = "1wh", handle = "1wd" }, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Empty(await EntriesAsync("W1"));
    }

    private IReadOnlyList<Unit> Units => App.Services.GetRequiredService<IUnits>().All;

    private ValueTask<TaxonomySnapshot> TreeAsync() => App.Services.GetRequiredService<TaxonomyCache>().GetAsync(TestContext.Current.CancellationToken);

    private static IEnumerable<string> Refusals(ImportReport report) => report.Refused.Select(r => $"{r.Place}: {r.Reason}");

    private async Task<List<Responsibility>> EntriesAsync(string category)
    {
        await using var scope = App.Services.CreateSystemScope("test");
        return await scope.ServiceProvider.GetRequiredService<AppDb>().Responsibilities.AsNoTracking().Where(e => e.CategoryCode == category).OrderBy(e => e.ValidFrom).ToListAsync(TestContext.Current.CancellationToken);
    }

    private async Task<ImportReport> ImportAsync(string what, string text)
    {
        var file = Path.Combine(Directory.CreateTempSubdirectory("linli-list-").FullName, "list.csv");
        await File.WriteAllTextAsync(file, text, TestContext.Current.CancellationToken);
        await using var scope = App.Services.CreateSystemScope("import");
        return await scope.ServiceProvider.GetServices<IImport>().Single(i => i.What == what).RunAsync(new VerbCall([what, file], TextWriter.Null), TestContext.Current.CancellationToken);
    }
}

public sealed class TaxonomyOnSqlite() : TaxonomyTests("sqlite");

public sealed class TaxonomyOnPostgres() : TaxonomyTests("postgres");

using System.Net.Http.Json;
using System.Text.Json;
using Linli.Cases;
using Linli.Cases.Taxonomy;
using Linli.Contracts.Grids;
using Linli.Modules.Tests.Cases.Desk;
using Linli.Platform.Access;
using Linli.Platform.CommandLine;
using Linli.Platform.Data;
using Linli.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Linli.Modules.Tests.Cases.Lists;

/// <summary>Categories and responsibility entries of a test's own.</summary>
public abstract class ListTest(string database) : DeskTest(database)
{
    protected const string District = "990101";

    protected static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <summary>A root and a leaf below it, which only this test knows.</summary>
    private protected async Task<(string Root, string Leaf)> CategoriesAsync(string name = "试验")
    {
        var root = "L" + Guid.CreateVersion7().ToString("N")[20..].ToUpperInvariant();
        await ImportAsync("taxonomy", $"code,name\n{root},{name}大类\n{root}01,{name}小类{root}\n{root}02,{name}另类{root}");
        return (root, root + "01");
    }

    private protected IReadOnlyList<Unit> Units => App.Services.GetRequiredService<IUnits>().All;

    private protected ValueTask<TaxonomySnapshot> TreeAsync() => App.Services.GetRequiredService<TaxonomyCache>().GetAsync(Ct);

    private protected Task<HttpClient> KeeperAsync() => App.ApiKeyAsync(District, CasesPolicies.ManageTaxonomy, CasesPolicies.SeeTaxonomy, CasesPolicies.See, CasesPolicies.Report, CasesPolicies.SeeFigures, CasesPolicies.Classify);

    /// <summary>Puts an entry into the list.</summary>
    private protected static async Task SetAsync(HttpClient keeper, string category, Guid unit, object condition, string division = District)
    {
        var command = JsonSerializer.SerializeToNode(condition)!.AsObject();
        foreach (var (name, value) in new[] { ("divisionCode", division), ("unitId", unit.ToString()), ("accept", "2wh"), ("dispatch", "2wh"), ("handle", "5wd") }) command[name] = value;
        var answer = await keeper.PostAsJsonAsync($"/api/v1/taxonomy/{category}/responsibilities", command, Ct);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync(Ct));
    }

    /// <summary>Standing of each unit that the list considered.</summary>
    private protected static async Task<(Guid? Goes, List<(Guid Unit, string Standing)> Considered)> TraceAsync(HttpClient keeper, string address)
    {
        var trace = await JsonAsync(keeper, address);
        return (trace.TryGetProperty("unitId", out var unit) ? unit.GetGuid() : null,
            [.. trace.GetProperty("considered").EnumerateArray().Select(e => (e.GetProperty("unitId").GetGuid(), e.GetProperty("standing").GetString()!))]);
    }

    /// <summary>Reports something over the API, of a category.</summary>
    private protected static async Task<Guid> ReportAsync(HttpClient keeper, string category, object more)
    {
        var command = JsonSerializer.SerializeToNode(more)!.AsObject();
        command["text"] = "试一试职责清单";
        command["categoryCode"] = category;
        var answer = await keeper.PostAsJsonAsync("/api/v1/cases", command, Ct);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync(Ct));
        return (await answer.Content.ReadFromJsonAsync<JsonElement>(Ct)).GetProperty("id").GetGuid();
    }

    private protected async Task<ImportReport> ImportAsync(string what, string text)
    {
        var file = Path.Combine(Directory.CreateTempSubdirectory("linli-list-").FullName, "list.csv");
        await File.WriteAllTextAsync(file, text, Ct);
        await using var scope = App.Services.CreateSystemScope("import");
        return await scope.ServiceProvider.GetServices<IImport>().Single(i => i.What == what).RunAsync(new VerbCall([what, file], TextWriter.Null), Ct);
    }
}

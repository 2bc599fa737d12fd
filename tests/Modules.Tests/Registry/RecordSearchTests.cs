using System.Net.Http.Json;
using System.Text.Json;
using Linli.Demo;
using Linli.Platform.Access;
using Linli.Registry;
using Linli.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Linli.Modules.Tests.Registry;

public abstract class RecordSearchTests(string database) : RegistryTest(database)
{
    private const string FarStreet = "990101006";

    [Fact]
    public async Task Words_find_a_record_below_any_division_it_lies_in_and_in_its_type_while_it_is_there()
    {
        var (clerk, word) = (await ClerkAsync(), NewWord());
        var grid = GridOf(Street);
        var added = await AddAsync(clerk, "facility", new { name = word + "公园", kind = "park" }, grid);
        foreach (var part in (string[])["", "99", "99010", "990101", "99010100", Street, Street + "0", grid[..12], grid[..^1], grid])
            Assert.Equal([added.Id.ToString()], await FoundAsync(clerk, $"q={word}&division={part}"));
        Assert.Equal([added.Id.ToString()], await FoundAsync(clerk, $"q={word}&type=facility&f[kind]=park"));
        foreach (var other in (string[])["type=house", $"division={OtherStreet}", "ended=true", "type=facility&f[kind]=toilet"])
            Assert.Empty(await FoundAsync(clerk, $"q={word}&{other}"));
        await DoAsync(clerk, added.Id, "end", new { version = added.Version, source = "visit", remark = "拆除" });
        Assert.Empty(await FoundAsync(clerk, $"q={word}"));
        Assert.Equal([added.Id.ToString()], await FoundAsync(clerk, $"q={word}&ended=true"));
    }

    [Fact]
    public async Task A_word_of_very_many_records_elsewhere_hides_none_here_and_a_search_says_when_it_stopped()
    {
        var word = NewWord();
        await using (var scope = App.Services.CreateSystemScope("test"))
        {
            var type = (await scope.ServiceProvider.GetRequiredService<TypeCache>().GetAsync(default)).Find("component")!;
            NewRecord Lamp(string grid, int number) => new(
                Guid.CreateVersion7(), type, new(new Dictionary<string, string> { ["code"] = $"{word}{number}", ["kind"] = "lamp" }, new(grid, $"{word} 旁")), new(2026, 1, 1), DateTimeOffset.UtcNow, RecordSource.Visit, "test");
            await scope.ServiceProvider.GetRequiredService<RecordLoader>().LoadAsync([.. Enumerable.Range(0, ListRecordsHandler.MostFound + 1).Select(n => Lamp(GridOf(FarStreet), n)), Lamp(GridOf(Street), 0)], default);
        }
        Assert.Single(await FoundAsync(await ClerkAsync(), $"q={word}"));
        var all = await (await App.SignInAsync(App.DemoUser(DemoRole.DistrictClerk))).GetFromJsonAsync<JsonElement>($"{Records}?q={word}");
        Assert.Equal((ListRecordsHandler.MostFound, true), (all.GetProperty("total").GetInt32(), all.GetProperty("more").GetBoolean()));
    }

    [Fact]
    public async Task A_long_text_finds_what_holds_all_of_its_words_wherever_they_stand_and_nothing_that_lacks_one()
    {
        var (clerk, word) = (await ClerkAsync(), NewWord());
        var added = await AddAsync(clerk, "facility", new { name = $"悦溪花园3栋{word}健身点", kind = "park" }, GridOf(Street));
        foreach (var text in (string[])[$"悦溪花园3栋{word}健身点", $"{word}健身点 3栋 悦溪花园", $"悦溪 健身 花园 栋 3 {word}"])
            Assert.Equal([added.Id.ToString()], await FoundAsync(clerk, "q=" + Uri.EscapeDataString(text)));
        foreach (var text in (string[])[$"悦溪花园4栋{word}健身点", $"悦溪花园3栋{word}健身房", $"悦溪花园3栋{word}健身点 s0now s0ended t0facility"])
            Assert.Empty(await FoundAsync(clerk, "q=" + Uri.EscapeDataString(text)));
        Assert.Single(await FoundAsync(clerk, $"q={word} s0now"));   // what stands among the words for the search itself does no harm
    }

    /// <summary>A word that no other record holds.</summary>
    private static string NewWord() => "w" + Guid.CreateVersion7().ToString("N")[14..];
}

public sealed class RecordSearchOnSqlite() : RecordSearchTests("sqlite");

public sealed class RecordSearchOnPostgres() : RecordSearchTests("postgres");

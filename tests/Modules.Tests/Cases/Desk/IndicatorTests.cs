using System.Text.Json;
using Linli.Cases;
using Linli.Cases.Figures;
using Linli.Cases.ListCases;
using Linli.Cases.ScoreUnits;
using Linli.Testing;

namespace Linli.Modules.Tests.Cases.Desk;

public abstract class IndicatorTests(string database) : DeskTest(database)
{
    [Fact]
    public async Task Each_indicator_equals_the_count_of_the_list_behind_it()
    {
        var clerk = await CloseOneAsync();
        var total = await TotalAsync(clerk);
        foreach (var (mark, figure) in new[]
        {
            (CaseMark.OnTime, "closedOnTime"), (CaseMark.WithinDay, "withinDay"), (CaseMark.WithinThreeDays, "withinThreeDays"), (CaseMark.Local, "local"), (CaseMark.PromptlyAccepted, "promptlyAccepted"),
            (CaseMark.Returned, "returned"), (CaseMark.Reopened, "reopened"), (CaseMark.Satisfied, "satisfied"), (CaseMark.Dissatisfied, "dissatisfied"), (CaseMark.Ruled, "ruled"),
        })
        {
            // Other tests work in the same street meanwhile: a reading counts when the figure was the same before and after it.
            var (listed, before, after) = (-1, 0, 1);
            for (var attempt = 0; before != after && attempt < 20; attempt++)
            {
                before = (await TotalAsync(clerk)).GetProperty(figure).GetInt32();
                listed = await CountAsync(clerk, $"mark={mark}&division={Street}");
                after = (await TotalAsync(clerk)).GetProperty(figure).GetInt32();
            }
            Assert.Equal((mark, before, before), (mark, after, listed));
        }
        Assert.True(total.GetProperty("returned").GetInt32() > 0);
        Assert.True(total.GetProperty("withinDay").GetInt32() > 0);
        var page = await clerk.PageAsync($"/desk/figures?division={Street}");
        Assert.Equal(10, page.QuerySelectorAll("main a[href*='mark=']").Select(a => a.GetAttribute("href")).Distinct().Count());   // on time and the nine rates lead to their lists
    }

    [Fact]
    public async Task Units_are_ranked_by_their_weighed_rates_within_the_readers_scope()
    {
        var clerk = await CloseOneAsync();
        var scores = await ScoresAsync(clerk);
        var totals = scores.ConvertAll(s => s.GetProperty("total").GetDouble());
        Assert.Equal(totals.OrderDescending(), totals);
        var first = scores[0];
        var unit = first.GetProperty("unitId").GetGuid();
        // Other tests work in the same street meanwhile: a reading counts when the figure was the same before and after it.
        var (listed, before, after) = (-1, 0, 1);
        for (var attempt = 0; before != after && attempt < 20; attempt++)
        {
            before = Received(await ScoresAsync(clerk), unit);
            listed = await CountAsync(clerk, $"scored=true&unit={unit}");
            after = Received(await ScoresAsync(clerk), unit);
        }
        Assert.Equal((before, before), (after, listed));
        Assert.Contains(first.GetProperty("name").GetString()!, (await clerk.PageAsync("/desk/scorecard")).QuerySelector("table")!.TextContent, StringComparison.Ordinal);
    }

    private static async Task<List<JsonElement>> ScoresAsync(HttpClient clerk) => [.. (await JsonAsync(clerk, "/api/v1/scorecard")).EnumerateArray()];

    private static int Received(List<JsonElement> scores, Guid unit) => scores.Single(s => s.GetProperty("unitId").GetGuid() == unit).GetProperty("figures").GetProperty("received").GetInt32();

    private static async Task<JsonElement> TotalAsync(HttpClient clerk) => (await JsonAsync(clerk, $"/api/v1/figures?division={Street}")).GetProperty("total");

    /// <summary>A case that was returned once and closed; its clerk.</summary>
    private async Task<HttpClient> CloseOneAsync()
    {
        var (found, clerk, handler) = await DispatchedAsync();
        var returned = await DoAsync(handler, found.Id, "return", new { version = found.Version, remark = "不归我们管" });
        var back = await DoAsync(clerk, found.Id, "insist", new { version = returned.Version, remark = "归你们管" });
        var handled = await DoAsync(handler, found.Id, "handle", new { version = back.Version, remark = "修好了" });
        await DoAsync(clerk, found.Id, "close", new { version = handled.Version, remark = "修好了" });
        return clerk;
    }

    private static async Task<int> CountAsync(HttpClient caller, string conditions)
    {
        var (count, page) = (0, 1);
        while (true)
        {
            var items = (await JsonAsync(caller, $"/api/v1/cases?status=all&size=200&page={page}&{conditions}")).GetProperty("items").GetArrayLength();
            count += items;
            if (items < 200) return count;
            page++;
        }
    }
}

public sealed class IndicatorsOnSqlite() : IndicatorTests("sqlite");

public sealed class IndicatorsOnPostgres() : IndicatorTests("postgres");

public sealed class ScorecardTests
{
    private static readonly Tally Good = Tally.None with { Received = 10, Closed = 10, ClosedOnTime = 10, WithinThreeDays = 10 };

    [Fact]
    public void What_nothing_speaks_of_is_left_out_and_rulings_earn_a_bonus_up_to_a_limit()
    {
        var weights = new ScorecardWeights();
        Assert.Equal(100, weights.Of(Good), 6);
        Assert.Equal(75, weights.Of(Good with { ClosedOnTime = 5 }), 6);   // 40 of 80 points hang on the on-time rate, for nobody has rated
        Assert.Equal((0.0, 1.5, 5.0), (weights.Bonus(Good), weights.Bonus(Good with { Ruled = 3 }), weights.Bonus(Good with { Ruled = 30 })));
    }

    [Fact]
    public void Open_overdue_cases_count_as_not_on_time() =>
        Assert.Equal(0.5, (Good with { Closed = 5, ClosedOnTime = 5, Overdue = 5 }).OnTimeRate);
}

using Linli.Text;

namespace Linli.Libraries.Tests.Text;

public sealed class DispatchPredictorTests
{
    static readonly DispatchFacts Lamp = new() { SubType = "路灯损坏", MainType = "公用部件", Street = "坪山街道" };

    static readonly DispatchPredictor Predictor = DispatchPredictor.Train(
    [
        .. Enumerable.Repeat(new DispatchedCase(Lamp, "城管办"), 35),
        .. Enumerable.Repeat(new DispatchedCase(Lamp, "建设局"), 6),
        .. Enumerable.Repeat(new DispatchedCase(Lamp with { Street = "石井街道" }, "石井执法队"), 9),
    ]);

    [Fact]
    public void History_speaks_with_its_reason()
    {
        var best = Predictor.Predict(Lamp)[0];
        Assert.Equal(("城管办", SuggestionReason.History), (best.Unit, best.Reason));
        Assert.InRange(best.Probability, 0.7, 0.95);
        Assert.Equal(new(DispatchLikeness.SubTypeAndStreet, 41, 35), best.Precedent);
    }

    [Fact]
    public void The_responsibility_list_comes_first()
    {
        var suggestions = Predictor.Predict(Lamp, ["新设单位"]);
        Assert.Equal(("新设单位", SuggestionReason.List, null), (suggestions[0].Unit, suggestions[0].Reason, suggestions[0].Precedent));
        Assert.Equal("城管办", suggestions[1].Unit);
    }

    [Fact]
    public void Of_several_listed_units_history_puts_the_usual_one_first()
        => Assert.Equal(["城管办", "建设局"], Predictor.Predict(Lamp, ["建设局", "城管办"]).Take(2).Select(x => x.Unit));

    [Fact]
    public void An_unknown_kind_of_case_still_gets_a_guess()
        => Assert.Equal(3, Predictor.Predict(new() { SubType = "从未见过" }).Count);

    [Fact]
    public void Without_history_only_the_list_speaks()
    {
        var empty = DispatchPredictor.Train([]);
        Assert.Empty(empty.Predict(Lamp));
        Assert.Equal("城管办", Assert.Single(empty.Predict(Lamp, ["城管办"])).Unit);
    }

    [Fact]
    public void A_saved_model_suggests_the_same()
    {
        var loaded = DispatchPredictor.Load(new MemoryStream(Saved()));
        foreach (var facts in new[] { Lamp, Lamp with { Street = "石井街道", Reported = new(2026, 3, 1) }, new DispatchFacts() })
            Assert.Equal(Told(Predictor, facts), Told(loaded, facts));

        static IEnumerable<(string, double, DispatchPrecedent?)> Told(DispatchPredictor from, DispatchFacts facts)
            => from.Predict(facts).Select(x => (x.Unit, Math.Round(x.Probability, 2), x.Precedent));
    }

    [Fact]
    public void What_is_no_model_or_a_damaged_one_is_refused()
    {
        var saved = Saved();
        Assert.Throws<FormatException>(() => DispatchPredictor.Load(new MemoryStream(new byte[40])));
        Assert.Throws<FormatException>(() => DispatchPredictor.Load(new MemoryStream(saved[..^5])));
        saved[4]--;
        Assert.Contains("version 1", Assert.Throws<FormatException>(() => DispatchPredictor.Load(new MemoryStream(saved))).Message);
    }

    [Fact]
    public void A_unit_that_is_no_more_leaves_its_share_to_the_others()
    {
        var suggestions = Predictor.Predict(Lamp, among: unit => unit != "城管办");
        Assert.Equal("建设局", suggestions[0].Unit);
        Assert.Equal(1, suggestions.Sum(x => x.Probability), 3);
    }

    [Fact]
    public void What_happened_near_in_time_weighs_more()
    {
        DispatchFacts On(int month) => Lamp with { Community = "六和社区", Reported = new(2026, month, 1) };
        var predictor = DispatchPredictor.Train([.. Enumerable.Repeat(new DispatchedCase(On(1), "旧单位"), 12), .. Enumerable.Repeat(new DispatchedCase(On(6), "新单位"), 10)]);
        Assert.Equal("新单位", predictor.Predict(On(7))[0].Unit);
        Assert.Equal("旧单位", predictor.Predict(On(2))[0].Unit);
    }

    static byte[] Saved()
    {
        using var stream = new MemoryStream();
        Predictor.Save(stream);
        return stream.ToArray();
    }
}

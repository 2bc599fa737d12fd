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
}

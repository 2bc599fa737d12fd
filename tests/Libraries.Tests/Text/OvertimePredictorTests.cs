using Linli.Text;

namespace Linli.Libraries.Tests.Text;

public sealed class OvertimePredictorTests
{
    static readonly DateTime Monday = new(2026, 3, 2, 9, 0, 0);

    /// <summary>Of 400 cases the slow unit's are late four times of five, the quick unit's never.</summary>
    static readonly OvertimeCase[] Cases = [.. Enumerable.Range(0, 400).Select(i => new OvertimeCase(Facts(i % 2 == 0 ? "供电局" : "城管办", i), i % 2 == 0 && i % 10 != 0))];

    static readonly OvertimePredictor Predictor = OvertimePredictor.Train(Cases);

    static OvertimeFacts Facts(string unit, int i) => new(new()
    {
        SubType = i % 3 == 0 ? "路灯" : "井盖",
        MainType = "设施",
        Street = "幸福街道",
        Community = i % 4 == 0 ? "东社区" : "西社区",
        Source = i % 5 == 0 ? "热线" : "网格",
        Reported = Monday.AddHours(i),
    }, unit);

    [Fact]
    public void A_unit_that_is_often_late_is_likely_to_be_late_again_and_the_reason_says_of_how_many()
    {
        var slow = Predictor.Predict(Facts("供电局", 401));
        Assert.InRange(slow.Probability, 0.6, 1);
        Assert.InRange(Predictor.Predict(Facts("城管办", 401)).Probability, 0, 0.1);
        Assert.Contains(slow.Reasons, x => x is { Fact: OvertimeFact.Unit or OvertimeFact.UnitAndKind, Cases: > 50 } && x.Late * 2 > x.Cases);
        Assert.InRange(slow.Reasons.Count, 1, 3);
        Assert.DoesNotContain(slow.Reasons, x => x is { Cases: > 0, Late: 0 });
    }

    [Fact]
    public void What_is_saved_predicts_the_same_when_it_is_loaded()
    {
        using var saved = new MemoryStream();
        Predictor.Save(saved);
        saved.Position = 0;
        var loaded = OvertimePredictor.Load(saved);
        for (var i = 0; i < 20; i++) Assert.Equal(Predictor.Predict(Facts("供电局", i)).Probability, loaded.Predict(Facts("供电局", i)).Probability);
    }

    [Theory]
    [InlineData(2), InlineData(7), InlineData(100)]
    public void A_model_that_is_cut_short_or_of_another_kind_is_refused(int length)
    {
        using var saved = new MemoryStream();
        Predictor.Save(saved);
        Assert.Throws<FormatException>(() => OvertimePredictor.Load(new MemoryStream(saved.ToArray()[..length])));
        Assert.Throws<FormatException>(() => OvertimePredictor.Load(new MemoryStream(new byte[200])));
    }

    [Fact]
    public void A_case_of_which_nothing_is_known_is_about_as_risky_as_all() =>
        Assert.InRange(Predictor.Predict(new(new(), "")).Probability, 0.02, 0.9);

    [Fact]
    public void Cases_that_were_all_late_or_never_are_nothing_to_learn_from()
    {
        Assert.Throws<FormatException>(() => OvertimePredictor.Train([.. Cases.Where(x => x.Late)]));
        Assert.Throws<FormatException>(() => OvertimePredictor.Train([]));
    }

    [Fact]
    public void The_outcome_is_read_from_one_column_and_unclear_ones_are_left_out()
    {
        var table = TsvTable.Read(new StringReader("SUB_TYPE_ID\tDISPOSE_UNIT_ID\tOVERTIME_ARCHIVE_NUM\tINTIME_ARCHIVE_NUM\n1\t7\t1\t0\n1\t8\t0\t1\n1\t9\t-\t-\n"), "events");
        Assert.Equal([("7", true), ("8", false)], OvertimeCases.From(table).Select(x => (x.Facts.Unit, x.Late)));
    }

    [Fact]
    public void The_lines_of_the_overtime_evaluation_are_stable()
    {
        var output = new StringWriter();
        OvertimeEvaluation.Run(Cases, Cases, output);
        Assert.Matches(@"(?m)^AUC: [01]\.\d{3}\r?$", output.ToString());
        Assert.Matches(@"(?m)^precision at recall 0\.25: [01]\.\d{3}\r?$", output.ToString());
        Assert.Matches(@"(?m)^precision at recall 0\.50: [01]\.\d{3}\r?$", output.ToString());
        Assert.Matches(@"(?m)^precision at recall 0\.75: [01]\.\d{3}\r?$", output.ToString());
    }

    [Fact]
    public void Ranking_counts_equal_scores_half_and_stops_at_the_recall_asked_for()
    {
        Assert.Equal(0.5, Ranking.Auc([1, 1], [true, false]));
        Assert.Equal(0.75, Ranking.Auc([3, 2, 1, 0], [true, false, true, false]));
        Assert.Equal(1, Ranking.PrecisionAt([3, 2, 1, 0], [true, false, true, false], 0.5));
        Assert.Equal(2 / 3.0, Ranking.PrecisionAt([3, 2, 1, 0], [true, false, true, false], 1), 6);
    }
}

using Linli.Text;

namespace Linli.Libraries.Tests.Text;

/// <summary>The goals on real data, which lies beside the checkout where it is at hand; never part of the project.</summary>
public sealed class RealDataTests
{
    [Fact]
    public void Citizens_messages_are_classified_about_as_well_as_measured()
    {
        var rows = Messages("messages.tsv", null).Concat(Messages("bodies.tsv", ["title_if_known", "body"])).Concat(Messages("titles.tsv", null));
        var parts = CategorySplit.Split(rows);
        Assert.Equal((11_448, 808), (parts.Train.Count, parts.Test.Count));
        var confusion = CategoryEvaluation.Run(parts.Train, parts.Test, TextWriter.Null);
        Assert.InRange(confusion.MacroF1, 0.91, 1);
    }

    [Fact]
    public void The_unit_of_real_events_is_found_about_as_often_as_measured()
    {
        var (train, test) = DispatchSplit.RandomFifth(DispatchedCases.From(TsvTable.Read(Shared("pingshan/events.tsv"))));
        var (top1, top3) = DispatchEvaluation.Run(train, test, TextWriter.Null);
        Assert.InRange(top1, 0.71, 1);
        Assert.InRange(top3, 0.87, 1);
    }

    [Theory]
    [InlineData("lcqmc_dev.tsv", 0.86), InlineData("bq_dev.tsv", 0.76)]
    public void Pairs_that_mean_the_same_are_told_from_others_about_as_well_as_measured(string file, double goal) =>
        Assert.InRange(PairEvaluation.Run(LabelledPairs.From(TsvTable.Read(Shared($"sentence_pairs/{file}"))), null, TextWriter.Null), goal, 1);

    [Fact]
    public void The_big_topics_of_citizens_messages_come_out_on_top()
    {
        var topics = TopicEvaluation.Run(TopicEvaluation.From(TsvTable.Read(Shared("messages/hot_topics.tsv"))), 10, TextWriter.Null).Take(10).ToArray();
        foreach (var known in (string[])["58车贷", "五矿万境K9县", "金毛湾", "绿地海外滩", "丽发新城", "伊景园"])
            Assert.Contains(topics, x => x.Messages.Count(y => TopicVector.Joined(y.Text).Contains(known, StringComparison.Ordinal)) * 2 > x.Messages.Count);
    }

    [Fact]
    public void Cases_that_will_be_late_are_told_from_others_about_as_well_as_measured()
    {
        var (train, test) = DispatchSplit.RandomFifth(OvertimeCases.From(TsvTable.Read(Shared("pingshan/events.tsv"))));
        Assert.InRange(OvertimeEvaluation.Run(train, test, TextWriter.Null), 0.90, 1);
    }

    static IReadOnlyList<LabelledText> Messages(string file, string[]? columns)
        => LabelledTexts.From(TsvTable.Read(Shared($"messages/{file}")), columns, "level1");

    static string Shared(string path)
    {
        var root = AppContext.BaseDirectory;
        while (root is not null && !File.Exists(Path.Combine(root, "Linli.slnx"))) root = Path.GetDirectoryName(root);
        var file = Path.Combine(root ?? "", "..", "shared", "data", path);
        Assert.SkipUnless(File.Exists(file), $"../shared/data/{path} is not at hand");
        return file;
    }
}

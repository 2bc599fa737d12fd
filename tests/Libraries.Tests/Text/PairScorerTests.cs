using FsCheck;
using FsCheck.Fluent;
using Linli.Text;

namespace Linli.Libraries.Tests.Text;

public sealed class PairScorerTests
{
    const string Lamp = "幸福路12号门口的路灯坏了三天，晚上走路很危险";

    static readonly PairScorer Scorer = PairScorer.Knowing(
    [
        Lamp, "幸福路12号旁边路灯不亮，天黑看不见", "和平小区3栋电梯经常停运", "和平小区3栋电梯又坏了", "建设路夜里施工噪音扰民",
        "阳光花园垃圾没有人清运", "人民路井盖破损，希望尽快维修", "请问居住证怎么办理", "物业费收费标准不合理", "河道里有人排污水",
    ]);

    static double Score(string one, string other) => Scorer.Score(Scorer.Prepare(one), Scorer.Prepare(other));

    [Fact]
    public void The_same_lamp_told_by_two_neighbours_scores_above_another_matter_in_the_same_street()
    {
        Assert.InRange(Score(Lamp, "幸福路12号旁边路灯不亮，天黑看不见"), 0.3, 1);
        Assert.True(Score(Lamp, "幸福路12号旁边路灯不亮，天黑看不见") > Score(Lamp, "幸福路12号有人乱停车"));
        Assert.InRange(Score(Lamp, "请问居住证怎么办理"), 0, 0.05);
    }

    [Fact]
    public void A_copy_scores_highest_whatever_its_width_and_punctuation() =>
        Assert.InRange(Score("A区3栋２单元漏水！！", "ａ区３栋2单元漏水"), 0.98, 1);

    [Fact]
    public void Another_house_number_speaks_against() =>
        Assert.True(Score("和平小区3栋电梯坏了", "和平小区3栋电梯又坏了") > Score("和平小区3栋电梯坏了", "和平小区8栋电梯又坏了"));

    [Fact]
    public void What_both_say_can_be_marked_in_both_as_written()
    {
        var (one, other) = (Scorer.Prepare("【急】幸福路12号，路灯坏了"), Scorer.Prepare("路灯不亮（幸福路12号）"));
        var likeness = Scorer.Explain(one, other);
        Assert.Equal(Scorer.Score(one, other), likeness.Score);
        Assert.Equal("幸福路12号", likeness.Words[0]);
        Assert.Contains("路灯", likeness.Words);
        Assert.Equal(["幸福路12号", "路灯"], likeness.InOne.Select(x => one.Text[x]));
        Assert.Equal(["路灯", "幸福路12号"], likeness.InOther.Select(x => other.Text[x]));
    }

    [Fact]
    public void Texts_without_a_letter_have_nothing_in_common()
    {
        Assert.InRange(Score("", "！？"), 0, 0.05);
        Assert.Empty(Scorer.Explain(Scorer.Prepare(""), Scorer.Prepare("？？")).Words);
    }

    [Fact]
    public void Any_two_texts_score_between_0_and_1_in_either_order_and_their_marks_lie_within() =>
        Prop.ForAll(Texts, Texts, (a, b) =>
        {
            var (one, other) = (Scorer.Prepare(a), Scorer.Prepare(b));
            var likeness = Scorer.Explain(one, other);
            return likeness.Score is >= 0 and <= 1
                && Math.Abs(likeness.Score - Scorer.Score(other, one)) < 1e-5
                && likeness.InOne.All(x => a[x].Length >= 2) && likeness.InOther.All(x => b[x].Length >= 2)
                && likeness.InOne.Count == likeness.InOther.Count;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Learning_finds_which_words_stand_for_each_other_and_which_do_not()
    {
        string[] things = ["路灯", "井盖", "电梯", "水管", "围墙", "花坛", "车棚", "栏杆", "门禁", "信箱", "长椅", "雨棚"];
        var pairs = things.SelectMany(x => new LabelledPair[] { new($"{x}坏了怎么办", $"{x}坏了如何处理", true), new($"{x}坏了怎么办", $"{x}是哪年装的", false) }).ToArray();
        var scorer = PairScorer.Train(pairs);
        Assert.True(scorer.Score(scorer.Prepare("水泵坏了怎么办"), scorer.Prepare("水泵坏了如何处理"))
            > scorer.Score(scorer.Prepare("水泵坏了怎么办"), scorer.Prepare("水泵是哪年装的")) + 0.5);
    }

    [Fact]
    public void The_lines_of_the_pair_evaluation_are_stable()
    {
        LabelledPair[] pairs = [.. Enumerable.Range(0, 40).Select(x => new LabelledPair($"路灯{x}号不亮", x % 2 == 0 ? $"路灯{x}号坏了" : "垃圾没人运", x % 2 == 0))];
        var output = new StringWriter();
        PairEvaluation.Run(pairs, null, output);
        Assert.Matches(@"(?m)^AUC: [01]\.\d{3}\r?$", output.ToString());
        Assert.Matches(@"(?m)^microseconds per pair: \d+\.\d\r?$", output.ToString());
    }

    [Fact]
    public void Pairs_that_share_a_sentence_even_over_others_lie_in_the_same_part()
    {
        LabelledPair[] pairs = [new("甲", "乙", true), .. Enumerable.Range(0, 30).Select(x => new LabelledPair($"其他{x}", $"另外{x}", false)), new("丙", "丁", true), new("乙。", "丙", false)];
        var parts = LabelledPairs.Parts(pairs, 5);
        Assert.Equal(parts[0], parts[^2]);
        Assert.Equal(parts[0], parts[^1]);
        Assert.Equal(5, parts.Distinct().Count());
    }

    [Fact]
    public void Pairs_of_one_kind_cannot_be_judged() =>
        Assert.Throws<FormatException>(() => PairEvaluation.Run([new("甲", "乙", true)], null, TextWriter.Null));

    static readonly Arbitrary<string> Texts = Gen.ArrayOf(Gen.Elements("路灯坏了A3号 ，。１２不？".ToCharArray())).Select(x => new string(x)).ToArbitrary();
}

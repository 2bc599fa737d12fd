using Linli.Text;

namespace Linli.Libraries.Tests.Text;

public sealed class TextClassifierTests
{
    static readonly LabelledText[] Rows =
    [
        .. Samples("路灯", "小区门口的路灯不亮已经一周", "夜里路灯坏了看不见路", "三号楼旁路灯不亮请修理", "路灯一闪一闪"),
        .. Samples("垃圾", "垃圾堆在楼下没有人清运", "垃圾桶满了臭气很大", "有人乱倒建筑垃圾", "垃圾清运车好几天没来"),
        .. Samples("噪音", "工地夜间施工噪音很大", "广场舞音响噪音扰民", "楼上装修噪音吵得睡不着", "烧烤店深夜噪音扰民"),
    ];

    [Fact]
    public void It_learns_and_says_why()
    {
        var best = TextClassifier.Train(Rows).Classify(new CaseText("", "我家门前的路灯不亮"))[0];
        Assert.Equal("路灯", best.Label);
        Assert.Contains(best.Evidence, x => x.Contains("路灯", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("垃圾没有人清运", "")]
    [InlineData("", "垃圾没有人清运")]
    public void A_title_or_a_body_alone_is_enough(string title, string body)
        => Assert.Equal("垃圾", TextClassifier.Train(Rows).Classify(new(title, body))[0].Label);

    [Theory]
    [InlineData("")]
    [InlineData("！？")]
    [InlineData("xyz")]
    public void A_text_that_says_nothing_gets_uncertain_answers(string text)
    {
        var predictions = TextClassifier.Train(Rows).Classify(text);
        Assert.Equal(3, predictions.Count);
        Assert.Empty(predictions[0].Evidence);
    }

    [Fact]
    public void Probabilities_fall_and_add_up_to_one()
    {
        var predictions = TextClassifier.Train(Rows).Classify("路灯下的垃圾", 10);
        Assert.Equal(1, predictions.Sum(x => x.Probability), 3);
        Assert.Equal(predictions.OrderByDescending(x => x.Probability), predictions);
    }

    [Fact]
    public void Training_twice_gives_the_same_bytes() => Assert.Equal(Saved(TextClassifier.Train(Rows)), Saved(TextClassifier.Train(Rows)));

    [Fact]
    public void A_saved_model_answers_as_before()
    {
        var trained = TextClassifier.Train(Rows);
        var loaded = TextClassifier.Load(new MemoryStream(Saved(trained)));
        foreach (var (text, label) in Rows)
        {
            Assert.Equal(label, loaded.Label(text));
            Assert.Equal(trained.Classify(text)[0].Probability, loaded.Classify(text)[0].Probability, 2);
        }
    }

    [Fact]
    public void What_is_no_model_is_refused()
    {
        Assert.Throws<FormatException>(() => TextClassifier.Load(new MemoryStream(new byte[100])));
        var saved = Saved(TextClassifier.Train(Rows));
        Assert.Throws<FormatException>(() => TextClassifier.Load(new MemoryStream(saved[..200])));
        saved[4]--;
        Assert.Contains("version 1", Assert.Throws<FormatException>(() => TextClassifier.Load(new MemoryStream(saved))).Message);
    }

    [Fact]
    public void What_is_said_late_in_a_long_text_counts()
    {
        var late = string.Concat(Enumerable.Repeat("尊敬的领导您好", 150)) + "垃圾没有人清运";
        Assert.Equal("垃圾", TextClassifier.Train(Rows).Classify(late)[0].Label);
    }

    [Fact]
    public void A_text_of_nothing_but_different_characters_is_read()
    {
        var different = new string([.. Enumerable.Range(0, 3000).Select(x => (char)('\u4E00' + x))]);
        Assert.Equal(3, TextClassifier.Train(Rows).Classify(new(different, different[500..])).Count);
    }

    [Fact]
    public void One_label_is_not_enough() => Assert.Throws<FormatException>(() => TextClassifier.Train(Rows[..2]));

    static IEnumerable<LabelledText> Samples(string label, params string[] texts) => texts.Select(x => new LabelledText(x, label));

    static byte[] Saved(TextClassifier classifier)
    {
        var stream = new MemoryStream();
        classifier.Save(stream);
        return stream.ToArray();
    }
}

using Linli.Text;

namespace Linli.Libraries.Tests.Text;

public sealed class ColdStartClassifierTests
{
    static readonly ColdStartClassifier Classifier = new(
    [
        new("0101", "路灯损坏", ["市政设施"], ["路灯不亮", "灯坏"]),
        new("0102", "井盖缺失", ["市政设施"], ["窨井盖", "下水道盖"]),
        new("0201", "暴露垃圾", ["市容环卫"], ["垃圾清运", "乱倒垃圾"]),
        new("0202", "无照经营游商", ["市容环卫"], ["摆摊", "占道经营"]),
    ]);

    [Theory]
    [InlineData("门口的路灯不亮了", "0101")]
    [InlineData("有人在路口摆摊", "0202")]
    [InlineData("楼下垃圾成堆", "0201")]
    public void Names_and_keywords_find_the_leaf(string text, string code) => Assert.Equal(code, Classifier.Classify(text)[0].Label);

    [Fact]
    public void It_shows_the_words_it_found() => Assert.Equal("路灯不亮", Classifier.Classify("门口的路灯不亮了")[0].Evidence[0]);

    [Fact]
    public void More_that_fits_makes_it_surer()
    {
        var vague = Classifier.Classify("路灯")[0].Probability;
        var clear = Classifier.Classify("路灯不亮，路灯损坏")[0].Probability;
        Assert.InRange(vague, 0.01, 0.5);
        Assert.InRange(clear, vague + 0.1, 0.99);
    }

    [Fact]
    public void It_is_silent_when_nothing_fits() => Assert.Empty(Classifier.Classify("你好"));
}

using System.Text.Json;
using Linli.Worktime;

namespace Linli.Libraries.Tests.Worktime;

public sealed class LimitTests
{
    [Theory]
    [InlineData("8wh", "8 个工作小时", "8 working hours")]
    [InlineData("1wd", "1 个工作日", "1 working day")]
    [InlineData("1.5wd", "1.5 个工作日", "1.5 working days")]
    [InlineData("24h", "24 小时", "24 hours")]
    [InlineData("7d", "7 天", "7 days")]
    public void It_is_written_short_and_in_words(string text, string chinese, string english)
    {
        var limit = Limit.Parse(text);
        Assert.Equal(text, limit.ToString());
        Assert.Equal(chinese, limit.InWords("zh-CN"));
        Assert.Equal(english, limit.InWords("en"));
        Assert.Equal(limit, JsonSerializer.Deserialize<Limit>(JsonSerializer.Serialize(limit)));
    }

    [Theory]
    [InlineData(null), InlineData(""), InlineData("8"), InlineData("wh"), InlineData("-1wd"), InlineData("1 wd"), InlineData("8WH"), InlineData("99999999d"), InlineData("1hw")]
    public void Anything_else_is_refused(string? text) => Assert.False(Limit.TryParse(text, out _));

    [Fact]
    public void Limits_of_different_units_do_not_add_up() =>
        Assert.Throws<ArgumentException>(() => Limit.Hours(1) + Limit.WorkingHours(1));
}

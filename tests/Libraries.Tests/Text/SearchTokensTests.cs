using FsCheck;
using FsCheck.Fluent;
using Linli.Text;

namespace Linli.Libraries.Tests.Text;

public sealed class SearchTokensTests
{
    [Fact]
    public void Han_runs_become_characters_and_pairs_and_words_stay_whole()
        => Assert.Equal("路 路灯 灯 led 不 不亮 亮 a3 区", SearchTokens.ForIndex("路灯ＬＥＤ不亮，A3区"));

    [Theory]
    [InlineData("灯", "灯")]
    [InlineData("路灯", "路灯")]
    [InlineData("路灯不亮", "路灯 灯不 不亮")]
    [InlineData("路灯 LED", "路灯 led")]
    [InlineData("“路灯” OR * NEAR(", "路灯 or near")]
    [InlineData("！？ *", "")]
    public void A_query_asks_for_pairs_single_characters_and_words(string query, string tokens)
        => Assert.Equal(tokens, string.Join(' ', SearchTokens.ForQuery(query)));

    [Fact]
    public void Any_part_of_a_han_run_finds_its_text() => Prop.ForAll(
        Gen.Elements('路', '灯', '不', '亮', '区', 'a', '1', ' ', '，').ArrayOf().ToArbitrary(),
        Gen.Choose(0, 20).Two().ToArbitrary(),
        (characters, part) =>
        {
            var text = new string(characters).Replace("a", "", StringComparison.Ordinal).Replace("1", "", StringComparison.Ordinal);
            var (first, length) = (Math.Min(part.Item1, text.Length), part.Item2);
            var query = text.Substring(first, Math.Min(length, text.Length - first));
            Assert.Subset(SearchTokens.ForIndex(text).Split(' ').ToHashSet(), SearchTokens.ForQuery(query).ToHashSet());
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Tokens_hold_only_letters_and_digits_whatever_is_asked() => Prop.ForAll(
        ArbMap.Default.ArbFor<string?>(),
        query => Assert.All(SearchTokens.ForQuery(query ?? ""), token => Assert.All(token, x => Assert.True(char.IsLetterOrDigit(x) || x == '〇'))))
        .QuickCheckThrowOnFailure();

    [Fact]
    public void A_very_long_query_is_cut() => Assert.True(SearchTokens.ForQuery(string.Concat(Enumerable.Range(0x4E00, 5000).Select(x => (char)x))).Count < 100);
}

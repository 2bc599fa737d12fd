using Linli.Platform.Secrets;

namespace Linli.Platform.Tests.Secrets;

public sealed class TokensTests
{
    [Fact]
    public void Tokens_differ_and_need_no_escaping()
    {
        var tokens = Enumerable.Range(0, 1000).Select(_ => Tokens.New()).ToHashSet();
        Assert.Equal(1000, tokens.Count);
        Assert.All(tokens, token => Assert.Equal(token, Uri.EscapeDataString(token)));
    }

    [Fact]
    public void A_token_matches_its_own_hash_only()
    {
        var token = Tokens.New();
        Assert.True(Tokens.Matches(token, Tokens.Hash(token)));
        Assert.False(Tokens.Matches(token + "x", Tokens.Hash(token)));
        Assert.False(Tokens.Matches(token, []));
    }

    [Fact]
    public void A_new_code_is_read_as_itself()
    {
        var code = OneTimeCode.New();
        Assert.Equal(code, OneTimeCode.Read(code));
    }

    [Theory]
    [InlineData(" 012 345 ", "012345")]
    [InlineData("０１２３４５", "012345")]
    [InlineData("12345", null)]
    [InlineData("12345a", null)]
    [InlineData(null, null)]
    public void A_code_is_read_as_people_type_it(string? typed, string? code) => Assert.Equal(code, OneTimeCode.Read(typed));
}

using Linli.Platform.Formats;

namespace Linli.Platform.Tests.Formats;

public sealed class FormatsTests
{
    [Theory]
    [InlineData("13800138000", "13800138000")]
    [InlineData("+86 138-0013-8000", "13800138000")]
    [InlineData("0086 13800138000", "13800138000")]
    [InlineData("8613800138000", "13800138000")]
    [InlineData("１３８００１３８０００", "13800138000")]
    [InlineData("12800138000", null)]
    [InlineData("1380013800", null)]
    [InlineData("138001380000", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void Mobile_numbers(string? typed, string? number) => Assert.Equal(number, MobileNumber.Read(typed));

    [Theory]
    [InlineData("11010519491231002X", "11010519491231002X")]    // the examples printed in GB 11643-1999
    [InlineData("440524188001010014", "440524188001010014")]
    [InlineData("110105 19491231 002x", "11010519491231002X")]
    [InlineData("110105194912310021", null)]
    [InlineData("11010519490231002X", null)]
    [InlineData("110105491231002", null)]
    [InlineData("", null)]
    public void Resident_ids(string typed, string? number) => Assert.Equal(number, ResidentId.Read(typed));

    [Fact]
    public void A_resident_id_tells_the_date_of_birth()
        => Assert.Equal(new DateOnly(1949, 12, 31), ResidentId.BirthDate("11010519491231002X"));

    [Theory]
    [InlineData("91350100M000100Y43", "91350100M000100Y43")]    // the example printed in GB 32100-2015
    [InlineData("91350100m000100y43", "91350100M000100Y43")]
    [InlineData("91350100M000100Y44", null)]
    [InlineData("9135O100M000100Y43", null)]
    [InlineData("9135010M000100Y43", null)]
    public void Social_credit_codes(string typed, string? code) => Assert.Equal(code, SocialCreditCode.Read(typed));

    [Fact]
    public void No_single_wrong_character_of_a_social_credit_code_passes()
    {
        const string code = "91350100M000100Y43";
        for (var i = 0; i < code.Length; i++)
            foreach (var wrong in "0123456789ABCDEFGHJKLMNPQRTUWXY".Where(c => c != code[i]))
                Assert.Null(SocialCreditCode.Read(code[..i] + wrong + code[(i + 1)..]));
    }

    [Theory]
    [InlineData("440310", "4403")]
    [InlineData("440310001", "440310")]
    [InlineData("440310001002003", "440310001002")]
    [InlineData("44", null)]
    [InlineData("44031", null)]
    public void A_division_lies_in_the_one_whose_code_it_begins_with(string code, string? parent) => Assert.Equal(parent, DivisionCode.Parent(code));

    [Theory]
    [InlineData("440310001002", true)]
    [InlineData("4403100010021", false)]
    [InlineData("040310", false)]
    [InlineData("44031x", false)]
    [InlineData(null, false)]
    public void Division_codes(string? code, bool wellFormed) => Assert.Equal(wellFormed, DivisionCode.IsWellFormed(code));
}

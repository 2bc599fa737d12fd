using Linli.Addresses;

namespace Linli.Libraries.Tests.Addresses;

public sealed class AddressParserTests
{
    private const string Plate = "临溪区东和街道翠湖社区东和大道12号翠湖花园3栋2单元502室";

    [Fact]
    public void A_plate_is_read_level_by_level()
    {
        var parsed = AddressParser.Parse(Plate);
        Assert.Equal(Plate, parsed.Address.ToString());
        Assert.Equal(1, parsed.Confidence);
        Assert.Equal(["临溪区", "东和街道", "翠湖社区", "东和大道", "12", "翠湖花园", "3", "2", "502"], parsed.Parts.Select(part => part.Value));
        Assert.Equal(["临溪区", "东和街道", "翠湖社区", "东和大道", "12号", "翠湖花园", "3栋", "2单元", "502室"], parsed.Parts.Select(part => Plate[part.Span]));
    }

    [Theory]
    [InlineData("翠湖花园三栋二单元五零二", "翠湖花园3栋2单元502室")]
    [InlineData("翠湖花园十二幢一〇五室", "翠湖花园12栋105室")]
    [InlineData("翠湖花园３栋２单元５０２", "翠湖花园3栋2单元502室")]
    [InlineData("翠湖花园3-2-502", "翠湖花园3栋2单元502室")]
    [InlineData("翠湖花园3#502", "翠湖花园3栋502室")]
    [InlineData("翠湖花园a座1203", "翠湖花园A座1203室")]
    [InlineData("翠湖花园3号楼2门0502号房", "翠湖花园3栋2单元502室")]
    [InlineData("翠湖花园二期3栋", "翠湖花园2期3栋")]
    [InlineData("翠湖花园五区3栋", "翠湖花园5区3栋")]
    [InlineData("翠湖3栋2单元502", "翠湖3栋2单元502室")]
    [InlineData("翠湖花园3栋负一层", "翠湖花园3栋负1层")]
    [InlineData("翠湖花园3栋5F", "翠湖花园3栋5层")]
    [InlineData("翠湖花园3栋105m2的户型", "翠湖花园3栋")]
    [InlineData("翠湖花园共有10栋", "翠湖花园10栋")]
    public void Buildings_units_and_rooms_are_read_however_they_are_written(string text, string normal) => Assert.Equal(normal, AddressParser.Parse(text).Address.ToString());

    [Theory]
    [InlineData("东和大道12号之1", "东和大道12-1号"), InlineData("东和大道12之1号", "东和大道12-1号"), InlineData("东和大道12号附1号", "东和大道12-1号"), InlineData("东和大道12-1号", "东和大道12-1号")]
    [InlineData("长宁路100弄5号302室", "长宁路100弄5栋302室"), InlineData("解放巷35号院2号楼", "解放巷35号2栋"), InlineData("东和大道12", "东和大道12号"), InlineData("沙湖村三组15号", "沙湖村三组15号")]
    [InlineData("浙江省临江市临溪区东和大道12号", "浙江省临江市临溪区东和大道12号"), InlineData("东和街道翠湖社区第三网格", "东和街道翠湖社区第3网格")]
    [InlineData("翠湖花园（东和大道12号）3栋", "东和大道12号翠湖花园3栋"), InlineData("东和大道与春晓路交叉口", "东和大道与春晓路")]
    public void Door_numbers_villages_and_grids_are_read_however_they_are_written(string text, string normal) => Assert.Equal(normal, AddressParser.Parse(text).Address.ToString());

    [Theory]
    [InlineData("菜市场路12号", AddressLevel.Road, "菜市场路"), InlineData("五一大道", AddressLevel.Road, "五一大道"), InlineData("建设街道和平路5号", AddressLevel.Street, "建设街道")]
    [InlineData("丽发新村7栋", AddressLevel.Estate, "丽发新村"), InlineData("翠湖社区居委会", AddressLevel.Community, "翠湖社区居委会")]
    [InlineData("东和大道五金市场", AddressLevel.Estate, "五金市场"), InlineData("东和大道五金市场", AddressLevel.Number, null)]
    public void Names_that_hold_the_words_of_other_levels_stay_whole(string text, AddressLevel level, string? name) => Assert.Equal(name, AddressParser.Parse(text).Address[level]);

    [Theory]
    [InlineData("我住在东和大道12号翠湖花园附近，路灯坏了", "东和大道12号翠湖花园", RelationKind.Near)]
    [InlineData("反映翠湖花园对面的垃圾没人清", "翠湖花园", RelationKind.Opposite)]
    [InlineData("东和大道12号楼下有人占道", "东和大道12号", RelationKind.Building)]
    [InlineData("春晓路与东和大道交汇处积水", "春晓路与东和大道", RelationKind.Crossing)]
    [InlineData("翠湖花园3栋东侧", "翠湖花园3栋", RelationKind.Side)]
    public void An_address_in_a_sentence_is_found_and_what_stands_beside_it_is_kept_as_a_relation(string text, string normal, RelationKind kind)
    {
        var parsed = AddressParser.Parse(text);
        Assert.Equal(normal, parsed.Address.ToString());
        Assert.Equal(kind, Assert.Single(parsed.Relations).Kind);
    }

    [Theory]
    [InlineData(""), InlineData("   "), InlineData("什么时候能解决？"), InlineData("地铁2号线什么时候开通"), InlineData("自然资规〔2018〕3号"), InlineData("13800138000"), InlineData("💡💡")]
    public void A_text_without_a_place_gives_nothing(string text)
    {
        var parsed = AddressParser.Parse(text);
        Assert.Empty(parsed.Parts);
        Assert.Equal(0, parsed.Confidence);
        Assert.Equal("没有读到地址。", parsed.Explain("zh-CN"));
    }

    [Fact]
    public void A_guess_is_less_sure_than_a_plate() =>
        Assert.True(AddressParser.Parse("翠湖3-502").Confidence < AddressParser.Parse("翠湖花园3栋502室").Confidence);

    [Fact]
    public void What_was_read_as_what_is_told_in_both_languages()
    {
        var parsed = AddressParser.Parse("翠湖花园三栋对面");
        Assert.Equal("“翠湖花园”读作院落 翠湖花园，“三栋”读作楼幢 3，“对面”说明相对位置。", parsed.Explain("zh-CN"));
        Assert.Equal("“翠湖花园” is read as estate 翠湖花园, “三栋” is read as building 3, “对面” tells how the place lies to it.", parsed.Explain("en"));
    }
}

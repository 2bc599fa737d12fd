using Linli.Addresses;

namespace Linli.Libraries.Tests.Addresses;

public sealed class AddressLibraryTests
{
    private const string Room = "临溪区东和街道翠湖社区东和大道12号翠湖花园3栋2单元502室";

    [Theory]
    [InlineData("临溪区东和街道翠湖社区东和大道12号翠湖花园3栋2单元502室"), InlineData("翠湖花园三栋二单元五零二"), InlineData("翠湖花园3-2-502"), InlineData("东和大道12号3栋2单元502")]
    [InlineData("东和翠湖花园3栋2单元502"), InlineData("湖畔社3栋2单元502"), InlineData("临溪机械厂宿舍3栋2单元502"), InlineData("工农路12号翠湖花园3栋2单元502"), InlineData("翠湖小区3栋2单元502")]
    [InlineData("翠胡花园3栋2单元502"), InlineData("翠花园3栋2单元502"), InlineData("我住在翠湖花园3栋2单元502，楼上漏水"), InlineData("翠湖花园3栋2单元5楼502")]
    public void The_room_is_found_however_it_is_written(string text) => Assert.Equal(Room, Found(text).Best?.Address.ToString());

    [Fact]
    public void A_match_tells_why()
    {
        var best = Found("湖畔社3栋2单元502").Best!;
        Assert.Equal("院落“湖畔社”是“翠湖花园”的别名", best.Reasons[0].InWords("zh-CN"));
        Assert.Equal("the building “3” is the same", best.Reasons[1].InWords("en"));
        Assert.Equal("the estate “翠胡花园” differs from “翠湖花园” in one character", Found("翠胡花园3栋").Best!.Reasons[0].InWords("en"));
    }

    [Fact]
    public void What_the_library_does_not_have_is_not_invented()
    {
        var best = Found("翠湖花园3栋2单元909").Candidates[0];
        Assert.Equal(AddressLevel.Unit, best.Level);
        Assert.False(best.IsComplete);
        Assert.Equal("没有找到户室“909”", best.Reasons[^1].InWords("zh-CN"));
        Assert.Empty(Found("桃花源88栋").Candidates);
        Assert.Null(Found("桃花源88栋").Best);
        Assert.Empty(Found("什么时候能解决").Candidates);
    }

    [Fact]
    public void Where_several_are_meant_alike_a_person_decides()
    {
        var unit = Found("翠湖花园3栋502");
        Assert.Null(unit.Best);
        Assert.Equal(["1单元502室", "2单元502室"], unit.Candidates.Select(candidate => candidate.Address.ToString()[^7..]).Order());
        var estate = Found("阳光家园1栋101");
        Assert.Null(estate.Best);
        Assert.Equal(2, estate.Candidates.Count);
        Assert.Equal("茶园社区", Found("春晓路阳光家园1栋101").Best!.Address[AddressLevel.Community]);
    }

    [Theory]
    [InlineData("东和大道45号阳光新村二期1栋4单元502室")]
    [InlineData("阳光新村2期1栋4单元502")]
    public void An_estate_whose_name_has_its_phase_in_it_is_found_by_it(string written) =>
        Assert.Equal("临溪区东和街道翠湖社区东和大道45号阳光新村二期1栋4单元502室", Found(written).Best?.Address.ToString());

    [Fact]
    public void A_wrong_community_is_held_against_the_address_and_said()
    {
        var match = Found("茶园社区翠湖花园3栋2单元502");
        Assert.Equal(Room, match.Candidates[0].Address.ToString());
        Assert.InRange(match.Candidates[0].Score, 0.5, 0.95);
        Assert.False(match.Candidates[0].IsComplete);
        Assert.Contains("社区“茶园社区”与找到的地点不符", match.Candidates[0].Reasons.Select(reason => reason.InWords("zh-CN")));
    }

    [Fact]
    public void A_number_is_never_taken_for_a_slip_of_the_pen()
    {
        Assert.Equal("12-1", Found("东和大道12号之1").Best!.Address[AddressLevel.Number]);
        Assert.DoesNotContain(Found("翠湖花园4栋502").Candidates, candidate => candidate.Level >= AddressLevel.Building);
    }

    [Fact]
    public void A_room_lies_where_its_gate_lies() => Assert.Equal((114.35, 22.69), Found(Room).Best!.Position);

    [Fact]
    public void Only_what_lies_in_the_division_is_found()
    {
        Assert.Equal("东和街道", Assert.Single(SmallLibrary.Library.Match("阳光家园1栋101", within: SmallLibrary.East).Candidates).Address[AddressLevel.Street]);
        Assert.Empty(SmallLibrary.Library.Match(Room, within: SmallLibrary.Hill).Candidates);
        Assert.Empty(SmallLibrary.Library.Match(Room, within: Guid.AllBitsSet).Candidates);
        Assert.All(SmallLibrary.Library.Suggest("阳光", within: SmallLibrary.Hill), hit => Assert.Contains("望山街道", hit.Text, StringComparison.Ordinal));
        Assert.Empty(SmallLibrary.Library.Suggest("银杏", within: SmallLibrary.Hill));
    }

    [Theory]
    [InlineData("翠湖花", "翠湖花园"), InlineData("花园", "翠湖花园"), InlineData("湖畔", "翠湖花园"), InlineData("chhy", "翠湖花园"), InlineData("HHY", "翠湖花园"), InlineData("机械厂", "翠湖花园")]
    [InlineData("翠湖花园5", "5栋"), InlineData("翠湖花园3栋2单元50", "502室"), InlineData("chhy3-2-503", "2单元503室"), InlineData("东和大道1", "12号"), InlineData("东和大道12号翠", "翠湖花园"), InlineData("临溪区望山街道春", "春晓路")]
    public void The_address_is_offered_while_it_is_typed(string typed, string end) => Assert.EndsWith(end, SmallLibrary.Library.Suggest(typed)[0].Text, StringComparison.Ordinal);

    [Fact]
    public void What_is_complete_is_followed_by_what_it_holds() =>
        Assert.Equal(["翠湖花园3栋2单元", "翠湖花园3栋2单元101室", "翠湖花园3栋2单元502室", "翠湖花园3栋2单元503室"],
            SmallLibrary.Library.Suggest("翠湖花园3栋2单元").Select(hit => hit.Text[hit.Text.IndexOf("翠湖花园", StringComparison.Ordinal)..]));

    [Fact]
    public void What_lies_deeper_than_asked_for_is_neither_offered_nor_held_against_an_address()
    {
        var building = SmallLibrary.Library.Match("翠湖花园3栋2单元909", deepest: AddressLevel.Building).Best!;
        Assert.Equal((AddressLevel.Building, true, SmallLibrary.East), (building.Level, building.IsComplete, building.Division));
        var offered = SmallLibrary.Library.Suggest("翠湖花园3", deepest: AddressLevel.Building);
        Assert.All(offered, hit => Assert.Equal((AddressLevel.Building, (114.35, 22.69)), (hit.Level, hit.Position!.Value)));
        Assert.NotEmpty(offered);
    }

    [Fact]
    public void A_parent_must_stand_above_its_child()
    {
        var builder = new AddressLibraryBuilder();
        var building = builder.Add(AddressLibraryBuilder.Top, AddressLevel.Building, "3");
        Assert.Throws<ArgumentException>(() => builder.Add(building, AddressLevel.Estate, "翠湖花园"));
        Assert.Throws<ArgumentException>(() => builder.Add(building, AddressLevel.Room, " "));
    }

    [Fact]
    public void An_empty_library_finds_nothing()
    {
        var empty = new AddressLibraryBuilder().Build();
        Assert.Empty(empty.Match(Room).Candidates);
        Assert.Empty(empty.Suggest("翠湖"));
    }

    private static AddressMatch Found(string text) => SmallLibrary.Library.Match(text);
}

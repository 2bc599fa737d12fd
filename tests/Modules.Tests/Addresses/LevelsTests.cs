using Linli.Addresses;
using Linli.StandardAddresses;

namespace Linli.Modules.Tests.Addresses;

public sealed class LevelsTests
{
    [Theory]
    [InlineData(AddressLevel.Number, "88号", "88")]
    [InlineData(AddressLevel.Number, "12号之1", "12-1")]
    [InlineData(AddressLevel.Building, "三栋", "3")]
    [InlineData(AddressLevel.Building, "12号楼", "12")]
    [InlineData(AddressLevel.Unit, "２单元", "2")]
    [InlineData(AddressLevel.Room, "502室", "502")]
    [InlineData(AddressLevel.Room, "502", "502")]
    [InlineData(AddressLevel.Building, "三栋二单元", "三栋二单元")]   // more than one level is no number, and not to be cut
    [InlineData(AddressLevel.Estate, "三栋小区", "三栋小区")]
    public void A_number_loses_its_word_and_a_name_stays(AddressLevel level, string written, string kept) => Assert.Equal(kept, level.Value(written));
}

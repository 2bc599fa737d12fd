using Linli.Platform.Secrets;

namespace Linli.Platform.Tests.Secrets;

public sealed class MaskingTests
{
    [Theory]
    [InlineData("13800131234", "138****1234")]
    [InlineData("075528881234", "075*****1234")]
    [InlineData("28881234", "******34")]
    [InlineData("110", "***")]
    [InlineData("", "")]
    public void Phones(string phone, string masked) => Assert.Equal(masked, Masking.Phone(phone));

    [Theory]
    [InlineData("张三", "张**")]
    [InlineData("欧阳小明", "欧**")]
    [InlineData("𠮷田", "𠮷**")]
    [InlineData("", "")]
    public void Names(string name, string masked) => Assert.Equal(masked, Masking.Name(name));

    [Theory]
    [InlineData("440310199001011234", "4403**********1234")]
    [InlineData("G12345678", "*******78")]
    public void Id_numbers(string number, string masked) => Assert.Equal(masked, Masking.IdNumber(number));

    [Theory]
    [InlineData("坪山区马峦街道瑞景路12号3栋502", "坪山区马峦街道瑞景路****")]
    [InlineData("幸福里小区三栋五零二", "幸福里小区三****")]
    [InlineData("12号", "****")]
    [InlineData("", "")]
    public void Addresses(string address, string masked) => Assert.Equal(masked, Masking.Address(address));
}

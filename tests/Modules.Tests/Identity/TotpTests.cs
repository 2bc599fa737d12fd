using System.Text;
using Linli.Identity.SecondFactor;

namespace Linli.Modules.Tests.Identity;

public sealed class TotpTests
{
    private static readonly byte[] Secret = Encoding.ASCII.GetBytes("12345678901234567890");

    [Theory]   // RFC 6238, appendix B
    [InlineData(59, "94287082")]
    [InlineData(1111111109, "07081804")]
    [InlineData(1111111111, "14050471")]
    [InlineData(1234567890, "89005924")]
    [InlineData(2000000000, "69279037")]
    [InlineData(20000000000, "65353130")]
    public void Codes_are_those_of_the_RFC(long second, string code) =>
        Assert.Equal(code, Totp.Code(Secret, Totp.StepAt(DateTimeOffset.FromUnixTimeSeconds(second)), digits: 8));

    [Fact]
    public void A_code_is_good_for_one_step_before_and_after_and_only_once()
    {
        var now = DateTimeOffset.FromUnixTimeSeconds(1234567890);
        var code = Totp.Code(Secret, Totp.StepAt(now));
        Assert.NotNull(Totp.StepOf(Secret, code, now.AddSeconds(30), last: 0));
        Assert.NotNull(Totp.StepOf(Secret, code, now.AddSeconds(-30), last: 0));
        Assert.Null(Totp.StepOf(Secret, code, now.AddSeconds(90), last: 0));
        Assert.Null(Totp.StepOf(Secret, code, now, last: Totp.StepAt(now)));
    }

    [Fact]
    public void The_secret_is_written_in_base32() =>
        Assert.Equal("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ", Totp.Base32(Secret));
}

using Linli.Identity.Sessions;
using Linli.Identity.Web;
using Linli.Platform;
using Microsoft.Extensions.Options;

namespace Linli.Modules.Tests.Identity;

public sealed class LimitTests
{
    private readonly AttemptLimit limit = new(Options.Create(new LinliOptions { Limits = new() { SignIns = 3 } }), TimeProvider.System);

    [Fact]
    public void An_address_fails_so_often_a_minute_and_others_are_not_held_up()
    {
        var (here, there) = (new Origin("10.1.2.3", "", ""), new Origin("10.9.9.9", "", ""));
        for (var i = 0; i < 3; i++) Assert.True(limit.TryTake("sign-in", here));
        Assert.False(limit.TryTake("sign-in", here));
        Assert.True(limit.TryTake("sign-in", there));
        Assert.True(limit.TryTake("phone-code", here));
    }

    [Fact]
    public void Honest_sign_ins_do_not_count()
    {
        var office = new Origin("10.1.2.3", "", "");
        for (var i = 0; i < 50; i++)
        {
            Assert.True(limit.TryTake("sign-in", office));
            limit.GiveBack("sign-in", office);
        }
    }
}

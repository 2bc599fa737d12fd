using System.Net;
using Linli.Identity.Sessions;

namespace Linli.Modules.Tests.Identity;

public sealed class OriginTests
{
    [Theory]
    [InlineData("10.1.2.3", "10.1.2.*")]
    [InlineData("::ffff:10.1.2.3", "10.1.2.*")]
    [InlineData("2408:8000:12ab:cd::1", "2408:8000:12ab:*")]
    public void Only_the_network_of_an_address_is_kept(string address, string network) =>
        Assert.Equal(network, Origin.NetworkOf(IPAddress.Parse(address)));

    [Theory]
    [InlineData("Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/142.0 Safari/537.36 Edg/142.0", "Edge · Windows")]
    [InlineData("Mozilla/5.0 (Linux; Android 14; HarmonyOS) AppleWebKit/537.36 Chrome/114.0 MicroMessenger/8.0", "微信 · HarmonyOS")]
    [InlineData("Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1 Version/18.0 Mobile Safari/604.1", "Safari · iPhone")]
    [InlineData("curl/8.5.0", "curl")]
    [InlineData("", "")]
    public void A_device_is_named_by_browser_and_system(string agent, string device) =>
        Assert.Equal(device, Origin.DeviceOf(agent));
}

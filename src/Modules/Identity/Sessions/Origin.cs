using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Http;

namespace Linli.Identity.Sessions;

/// <summary>Where somebody signs in from.</summary>
/// <param name="Address">The address, of IPv6 the first 64 bits, which one household has; for limits only, never stored.</param>
/// <param name="Network">The part of it that is kept.</param>
/// <param name="Device">Browser and system.</param>
internal sealed record Origin(string Address, string Network, string Device)
{
    // The first that occurs: most browsers also claim to be the ones below them.
    private static readonly (string Mark, string Name)[] Browsers =
        [("MicroMessenger", "微信"), ("Edg", "Edge"), ("Firefox", "Firefox"), ("Chrome", "Chrome"), ("Safari", "Safari")];

    private static readonly (string Mark, string Name)[] Systems =
        [("HarmonyOS", "HarmonyOS"), ("OpenHarmony", "HarmonyOS"), ("Android", "Android"), ("iPhone", "iPhone"), ("iPad", "iPad"), ("Windows", "Windows"), ("Mac OS", "macOS"), ("Linux", "Linux")];

    public static Origin Of(HttpContext context)
    {
        var agent = context.Request.Headers.UserAgent.ToString();
        var address = context.Connection.RemoteIpAddress;
        return new(LimitKey(address), NetworkOf(address), DeviceOf(agent));
    }

    /// <summary>The first 24 bits of an IPv4 address, the first 48 of an IPv6 address.</summary>
    public static string NetworkOf(IPAddress? address)
    {
        if (address is null) return "";
        if (address.IsIPv4MappedToIPv6) address = address.MapToIPv4();
        var bytes = address.GetAddressBytes();
        return address.AddressFamily is AddressFamily.InterNetwork
            ? $"{bytes[0]}.{bytes[1]}.{bytes[2]}.*"
            : $"{bytes[0]:x2}{bytes[1]:x2}:{bytes[2]:x2}{bytes[3]:x2}:{bytes[4]:x2}{bytes[5]:x2}:*";
    }

    private static string LimitKey(IPAddress? address) => address?.AddressFamily is AddressFamily.InterNetworkV6 && !address.IsIPv4MappedToIPv6
        ? Convert.ToHexString(address.GetAddressBytes(), 0, 8)
        : address?.ToString() ?? "";

    /// <summary>What the browser calls itself; of one we do not know, the first word.</summary>
    public static string DeviceOf(string agent) => (Name(agent, Browsers), Name(agent, Systems)) switch
    {
        (null, null) => agent.Split(' ', '/')[0] is { Length: < 32 } word ? word : "",
        (var browser, null) => browser,
        (null, var system) => system,
        var (browser, system) => $"{browser} · {system}",
    };

    private static string? Name(string agent, (string Mark, string Name)[] known) =>
        known.FirstOrDefault(k => agent.Contains(k.Mark, StringComparison.Ordinal)).Name;
}

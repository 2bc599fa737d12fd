using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Linli.Platform.Web;

/// <summary>Believes the named proxies, and nobody else, about the caller's address and scheme.</summary>
internal static class Forwarding
{
    public static IServiceCollection AddForwarding(this IServiceCollection services)
    {
        services.AddOptions<ForwardedHeadersOptions>().Configure<IOptions<LinliOptions>>((headers, settings) =>
        {
            headers.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto;
            headers.KnownProxies.Clear();
            headers.KnownIPNetworks.Clear();
            foreach (var proxy in settings.Value.TrustedProxies) headers.KnownProxies.Add(IPAddress.Parse(proxy));
            if (settings.Value.TrustedProxies.Length == 0) headers.ForwardedHeaders = ForwardedHeaders.None;   // an empty list would mean everybody
        });
        return services;
    }
}

using Linli.Platform;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;

namespace Linli.Cases.Open311;

/// <summary>Where the interface is (Open311 service discovery): one endpoint in earnest, one to try things out.</summary>
internal sealed class DiscoveryHandler(IStringLocalizer<CasesModule> text, IOptions<LinliOptions> options)
{
    public const string Specification = "http://wiki.open311.org/GeoReport_v2";

    /// <summary>When the interface last changed.</summary>
    private const string Changeset = "2026-11-22T00:00:00+08:00";

    public GeoReportAnswer Handle()
    {
        var site = options.Value.PublicUrl;
        string[] formats = ["text/xml", "application/json"];
        return new("discovery", new
        {
            Changeset,
            Contact = text["Open311.Contact", site].Value,
            KeyService = text["Open311.KeyService", site].Value,
            Endpoints = new[]
            {
                new { Specification, Url = site + Open311Api.Production, Changeset, Type = "production", Formats = formats },
                new { Specification, Url = site + Open311Api.Test, Changeset, Type = "test", Formats = formats },
            },
        });
    }
}

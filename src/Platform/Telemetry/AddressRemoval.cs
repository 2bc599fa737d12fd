using System.Diagnostics;
using OpenTelemetry;

namespace Linli.Platform.Telemetry;

/// <summary>Takes addresses off the spans: a path may hold the secret of a follow-up link, a query what somebody searched. The route stays.</summary>
internal sealed class AddressRemoval : BaseProcessor<Activity>
{
    private static readonly string[] Telling = ["url.path", "url.query", "url.full", "client.address", "user_agent.original"];

    public override void OnEnd(Activity data)
    {
        foreach (var tag in Telling) data.SetTag(tag, null);
    }
}

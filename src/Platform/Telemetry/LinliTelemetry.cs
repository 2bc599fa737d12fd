using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Linli.Platform.Telemetry;

/// <summary>Where Linli's own traces and figures come from. Names and counts only, never personal data.</summary>
public static class LinliTelemetry
{
    /// <summary>Name of source and meter.</summary>
    public const string Name = "Linli";

    /// <summary>Spans.</summary>
    public static ActivitySource Source { get; } = new(Name);

    /// <summary>Figures.</summary>
    public static Meter Meter { get; } = new(Name);

    internal static Counter<long> Delivered { get; } = Meter.CreateCounter<long>("linli.outbox.delivered", "{message}", "Messages handled by a subscriber");
    internal static Counter<long> Parked { get; } = Meter.CreateCounter<long>("linli.outbox.parked", "{message}", "Messages given up");
    internal static Histogram<double> JobDuration { get; } = Meter.CreateHistogram<double>("linli.job.duration", "s", "How long jobs ran, by name and outcome");
}

using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using OpenTelemetry;
using OpenTelemetry.Logs;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace Linli.Platform.Telemetry;

/// <summary>Sends traces, metrics and logs over OTLP where <c>Linli:Otlp</c> names a collector; otherwise nothing listens and nothing is paid.</summary>
internal static class TelemetryServices
{
    private static readonly string[] Sources = [LinliTelemetry.Name, "Microsoft.AspNetCore", "Npgsql", "System.Net.Http"];

    private static readonly string[] Meters =
        [LinliTelemetry.Name, "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "Microsoft.AspNetCore.RateLimiting", "Npgsql", "System.Net.Http", "System.Runtime"];

    public static IServiceCollection AddTelemetry(this IServiceCollection services, IConfiguration configuration)
    {
        if (configuration[$"{LinliOptions.Section}:{nameof(LinliOptions.Otlp)}"] is not { Length: > 0 } address) return services;
        var collector = new Uri(address);
        services.AddLogging(logging => logging.AddOpenTelemetry(options =>
        {
            options.SetResourceBuilder(Program());
            options.AddOtlpExporter(otlp => otlp.Endpoint = collector);
        }));
        return services.AddSingleton(_ => new Providers(collector)).AddHostedService(provider => provider.GetRequiredService<Providers>());
    }

    private static ResourceBuilder Program() => ResourceBuilder.CreateDefault().AddService("linli");

    private sealed class Providers(Uri collector) : IHostedService, IDisposable
    {
        private TracerProvider? traces;
        private MeterProvider? metrics;

        public Task StartAsync(CancellationToken cancellationToken)
        {
            traces = Sdk.CreateTracerProviderBuilder().SetResourceBuilder(Program()).AddSource(Sources)
                .AddProcessor(new AddressRemoval()).AddOtlpExporter(otlp => otlp.Endpoint = collector).Build();
            metrics = Sdk.CreateMeterProviderBuilder().SetResourceBuilder(Program()).AddMeter(Meters)
                .AddOtlpExporter(otlp => otlp.Endpoint = collector).Build();
            return Task.CompletedTask;
        }

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public void Dispose()
        {
            traces?.Dispose();   // sends what is left
            metrics?.Dispose();
        }
    }
}

using Linli.Platform.Data;
using Linli.Platform.Events;
using Linli.Platform.Schema;
using Linli.Platform.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Linli.Platform.Telemetry;

/// <summary><c>/healthz/live</c>: the process answers. <c>/healthz/ready</c>: it can work, and may be sent requests.</summary>
internal static class Health
{
    private const string Ready = "ready";

    public static IServiceCollection AddHealth(this IServiceCollection services)
    {
        services.AddHealthChecks()
            .AddCheck<DatabaseHealth>("database", tags: [Ready])
            .AddCheck<OutboxHealth>("outbox", tags: [Ready])
            .AddCheck<DrainHealth>("drain", tags: [Ready]);
        return services;
    }

    public static void MapHealth(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapHealthChecks("/healthz/live", new() { Predicate = _ => false }).AllowAnonymous().DisableRateLimiting();
        endpoints.MapHealthChecks("/healthz/ready", new() { Predicate = check => check.Tags.Contains(Ready) }).AllowAnonymous().DisableRateLimiting();
    }
}

/// <summary>The database answers and fits this program.</summary>
internal sealed class DatabaseHealth(SchemaUpgrade upgrade) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        await upgrade.CheckAsync(cancellationToken) is { Pending.Count: 0, Faults.Count: 0 }
            ? HealthCheckResult.Healthy()
            : HealthCheckResult.Unhealthy("The schema does not fit this program.");
}

/// <summary>Events do not wait long past their time.</summary>
internal sealed class OutboxHealth(AppDb db, TimeProvider clock) : IHealthCheck
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var late = clock.GetUtcNow() - Patience;
        return await db.Set<OutboxMessage>().AnyAsync(m => m.NextAt != null && m.NextAt < late, cancellationToken)
            ? HealthCheckResult.Unhealthy("Events have waited for more than five minutes.")
            : HealthCheckResult.Healthy();
    }
}

/// <summary>The program is not about to stop.</summary>
internal sealed class DrainHealth(Drain drain) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(drain.Stopping ? HealthCheckResult.Unhealthy("Stopping.") : HealthCheckResult.Healthy());
}

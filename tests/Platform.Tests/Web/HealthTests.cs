using System.Net;
using Linli.Platform.Events;
using Linli.Platform.Telemetry;
using Linli.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Linli.Platform.Tests.Web;

public abstract class HealthTests(string kind)
{
    [Fact]
    public async Task The_program_answers_that_it_is_alive_and_ready()
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var ground = await Ground.BuildAsync(database, map: app => app.MapHealth());
        await ground.StartAsync();
        Assert.Equal(HttpStatusCode.OK, (await ground.Client.GetAsync("/healthz/live")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await ground.Client.GetAsync("/healthz/ready")).StatusCode);
    }

    [Fact]
    public async Task It_is_not_ready_while_events_wait_too_long()
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var ground = await Ground.BuildAsync(database);   // without its pump
        await ground.WithDbAsync(async db =>
        {
            var longAgo = TimeProvider.System.GetUtcNow().AddMinutes(-6);
            db.Add(new OutboxMessage { Id = Guid.CreateVersion7(longAgo), Name = "test.x.v1", Payload = "{}", OccurredAt = longAgo, NextAt = longAgo });
            await db.SaveChangesAsync();
        });
        var report = await ground.Services.GetRequiredService<HealthCheckService>().CheckHealthAsync();
        Assert.Equal(HealthStatus.Unhealthy, report.Entries["outbox"].Status);
        Assert.Equal(HealthStatus.Healthy, report.Entries["database"].Status);
    }

    [Fact]
    public async Task It_is_not_ready_on_a_schema_that_does_not_fit()
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var ground = await Ground.BuildAsync(database);
        await ground.ExecuteAsync("DELETE FROM schema_history");
        var report = await ground.Services.GetRequiredService<HealthCheckService>().CheckHealthAsync();
        Assert.Equal(HealthStatus.Unhealthy, report.Entries["database"].Status);
    }
}

public sealed class HealthOnSqlite() : HealthTests("sqlite");

public sealed class HealthOnPostgres() : HealthTests("postgres");

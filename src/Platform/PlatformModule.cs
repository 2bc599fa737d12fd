using Linli.Platform.Access;
using Linli.Platform.Audit;
using Linli.Platform.CommandLine;
using Linli.Platform.Data;
using Linli.Platform.Events;
using Linli.Platform.Export;
using Linli.Platform.Files;
using Linli.Platform.Idempotency;
using Linli.Platform.Import;
using Linli.Platform.Jobs;
using Linli.Platform.Live;
using Linli.Platform.Messages;
using Linli.Platform.Schema;
using Linli.Platform.Telemetry;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Linli.Platform;

/// <summary>The tables and permissions of the ground itself.</summary>
internal sealed class PlatformModule : Module
{
    public override string Name => "platform";

    public override IEnumerable<Permission> Permissions => [new(PlatformPolicies.ReadAudit), new(PlatformPolicies.Operate)];

    public override void AddServices(IServiceCollection services, IConfiguration configuration) =>
        services.AddScoped<IVerb, SchemaVerb>().AddScoped<IVerb, AuditVerb>().AddScoped<IVerb, DemoVerb>().AddScoped<IVerb, ImportVerb>().AddScoped<IImport, ImportTable>()
            .AddScoped<IVerb, ExportVerb>().AddScoped<IExport, ExportAudit>();

    public override void MapEndpoints(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapHealth();
        endpoints.MapLive();
        KeptFiles.Map(endpoints);
    }

    public override void ConfigureModel(ModelBuilder model)
    {
        model.Entity<OutboxMessage>(e =>
        {
            e.ToTable("platform_outbox");
            e.HasIndex(x => x.NextAt).HasFilter("next_at IS NOT NULL");
            e.HasIndex(x => x.ParkedAt).HasFilter("parked_at IS NOT NULL");
        });
        model.Entity<InboxEntry>(e =>
        {
            e.ToTable("platform_inbox");
            e.HasKey(x => new { x.Subscriber, x.MessageId });
        });
        model.Entity<AuditEntry>(e =>
        {
            e.ToTable("platform_audit");
            e.HasKey(x => new { x.Chain, x.Position });
            e.Property(x => x.Chain).ValueGeneratedNever();
            e.Property(x => x.Position).ValueGeneratedNever();
            e.HasIndex(x => x.At);
            e.HasIndex(x => x.Subject);
        });
        model.Entity<AuditChainHead>(e =>
        {
            e.ToTable("platform_audit_chain");
            e.Property(x => x.Id).ValueGeneratedNever();
        });
        model.Entity<IdempotencyRecord>(e =>
        {
            e.ToTable("platform_idempotency");
            e.HasKey(x => new { x.Caller, x.Key });
            e.HasIndex(x => x.CreatedAt);
        });
        model.Entity<JobRun>(e =>
        {
            e.ToTable("platform_job_run");
            e.HasIndex(x => new { x.Job, x.StartedAt });
            e.HasIndex(x => x.StartedAt);
        });
        model.Entity<ProtectionKey>().ToTable("platform_protection_key");
        MessagesDb.Configure(model);
    }
}

/// <summary>Permissions of the ground.</summary>
public static class PlatformPolicies
{
    /// <summary>Read the audit log of one's divisions.</summary>
    public const string ReadAudit = "platform.read-audit";

    /// <summary>See jobs and parked messages, and start or retry them.</summary>
    public const string Operate = "platform.operate";
}

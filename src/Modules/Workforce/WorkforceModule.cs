using Linli.Contracts.Workforce;
using Linli.Platform;
using Linli.Platform.Access;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Linli.Workforce;

/// <summary>Those who work for the communities: posts, rosters that keep to rest rules, leave, training and care.</summary>
public sealed class WorkforceModule : Module
{
    /// <inheritdoc/>
    public override string Name => "workforce";

    /// <inheritdoc/>
    public override IEnumerable<Permission> Permissions =>
        [new(WorkforcePolicies.Serve), new(WorkforcePolicies.See), new(WorkforcePolicies.Manage), new(WorkforcePolicies.Roster), new(WorkforcePolicies.Leave), new(WorkforcePolicies.Care), new(WorkforcePolicies.Counsel), new(WorkforcePolicies.Appraise)];

    /// <inheritdoc/>
    public override IEnumerable<NavigationItem> Navigation =>
    [
        new("nav.my-shifts", "/desk/my-shifts", "calendar-time", WorkforcePolicies.Serve, NavigationGroup.Work, 64),
        new("nav.workforce", "/desk/workforce", "id-badge-2", WorkforcePolicies.See, NavigationGroup.Team, 65),
        new("nav.rosters", "/desk/rosters", "calendar-due", WorkforcePolicies.See, NavigationGroup.Team, 66),
        new("nav.leave", "/desk/leave", "walk", WorkforcePolicies.Leave, NavigationGroup.Team, 67),
        new("nav.training", "/desk/training", "heart-handshake", WorkforcePolicies.Care, NavigationGroup.Team, 67),
        new("nav.appraisals", "/desk/appraisals", "medal", WorkforcePolicies.Appraise, NavigationGroup.Team, 67),
        new("nav.counselling", "/desk/counselling", "message-circle", WorkforcePolicies.Counsel, NavigationGroup.Team, 68),
    ];

    /// <inheritdoc/>
    public override void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<WorkforceOptions>().Bind(configuration.GetSection(WorkforceOptions.Section)).ValidateDataAnnotations().ValidateOnStart();
        services.AddHandlers(this).AddScoped<WorkforceChange>().AddScoped<Workplaces>();
        services.AddScoped<RosterReader>().AddScoped<IDuty, DutyNow>();
        services.AddScoped<LeaveReader>().AddScoped<LeaveBalance>();
        services.AddScoped<AppraisalDesk>().AddScoped<YearFiguresReader>().AddScoped<AppraisalReader>();
        services.AddScoped<IDemoSeeder, WorkforceSeeder>().AddScoped<IDemoSeeder, AppraisalSeeder>();
    }

    /// <inheritdoc/>
    public override void MapEndpoints(IEndpointRouteBuilder endpoints) => WorkforceApi.Map(endpoints);

    /// <inheritdoc/>
    public override void ConfigureModel(ModelBuilder model) => WorkforceDb.Configure(model);
}

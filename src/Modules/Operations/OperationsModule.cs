using Linli.Operations.Messages;
using Linli.Platform;
using Linli.Ui;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Linli.Operations;

/// <summary>What the people see who keep the program running: audit log, jobs, messages given up, the state of the installation.</summary>
public sealed class OperationsModule : Module
{
    /// <inheritdoc/>
    public override string Name => "operations";

    /// <inheritdoc/>
    public override IEnumerable<NavigationItem> Navigation =>
    [
        new("audit", "/desk/audit", "shield-check", PlatformPolicies.ReadAudit, NavigationGroup.System, 910),
        new("jobs", "/desk/jobs", "calendar-time", PlatformPolicies.Operate, NavigationGroup.System, 920),
        new("messages", "/desk/messages", "inbox", PlatformPolicies.Operate, NavigationGroup.System, 930),
        new("about", "/desk/about", "activity", PlatformPolicies.Operate, NavigationGroup.System, 940),
    ];

    /// <inheritdoc/>
    public override void AddServices(IServiceCollection services, IConfiguration configuration) =>
        services.AddHandlers(this).AddScoped<INavigationCount, ParkedMessageCount>();
}

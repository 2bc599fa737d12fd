using Linli.Contracts.Grids;
using Linli.Contracts.Identity;
using Linli.Identity.Accounts;
using Linli.Identity.CommandLine;
using Linli.Identity.CreateKey;
using Linli.Identity.Demo;
using Linli.Identity.Keys;
using Linli.Identity.Residents;
using Linli.Identity.SecondFactor;
using Linli.Identity.Sessions;
using Linli.Identity.SignIn;
using Linli.Identity.SignOut;
using Linli.Identity.Web;
using Linli.Platform;
using Linli.Platform.Access;
using Linli.Platform.CommandLine;
using Linli.Platform.Events;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Linli.Identity;

/// <summary>Who comes in, and what they may do: staff accounts, roles, sessions, API keys, and residents by a code to their phone.</summary>
public sealed class IdentityModule : Module
{
    /// <inheritdoc/>
    public override string Name => "identity";

    /// <inheritdoc/>
    public override IEnumerable<Permission> Permissions =>
        [new(IdentityPolicies.ManageUsers), new(IdentityPolicies.ManageRoles), new(IdentityPolicies.ManageKeys)];

    /// <inheritdoc/>
    public override IEnumerable<NavigationItem> Navigation =>
    [
        new("users", "/desk/users", "users", IdentityPolicies.ManageUsers, NavigationGroup.Settings, 800),
        new("roles", "/desk/roles", "id-badge-2", IdentityPolicies.ManageRoles, NavigationGroup.Settings, 810),
        new("keys", "/desk/keys", "key", IdentityPolicies.ManageKeys, NavigationGroup.Settings, 820),
    ];

    /// <inheritdoc/>
    public override void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        services.AddHandlers(this).AddSignIn();
        services.AddSingleton<Passwords>().AddSingleton<VisitorCache>().AddSingleton<AttemptLimit>();
        services.AddScoped<SessionStore>().AddScoped<KeyRegister>().AddScoped<SignInTries>().AddScoped<SecondFactors>().AddScoped<CurrentSession>();
        services.AddScoped<ManagedAccounts>().AddScoped<DivisionChoices>();
        services.AddScoped<IStaff, StaffDirectory>();
        services.AddScoped<ResidentDirectory>().AddScoped<IResidents>(scope => scope.GetRequiredService<ResidentDirectory>());
        services.AddScoped<IVerb, UserVerb>().AddScoped<IVerb, KeyVerb>();
        services.AddScoped<IDemoSeeder, DemoAccounts>();
        services.Subscribe<GridTeamsChanged, OnGridTeamsChanged>("identity.grid-teams");
    }

    /// <inheritdoc/>
    public override void ConfigureModel(ModelBuilder model) => IdentityDb.Configure(model);

    /// <inheritdoc/>
    public override void MapEndpoints(IEndpointRouteBuilder endpoints) => SignOutEndpoint.Map(endpoints);
}

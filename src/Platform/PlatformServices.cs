using System.Text.Encodings.Web;
using System.Text.Unicode;
using Linli.Platform.Access;
using Linli.Platform.Audit;
using Linli.Platform.Backup;
using Linli.Platform.Data;
using Linli.Platform.Events;
using Linli.Platform.Files;
using Linli.Platform.Jobs;
using Linli.Platform.Live;
using Linli.Platform.Messages;
using Linli.Platform.Problems;
using Linli.Platform.Schema;
using Linli.Platform.Secrets;
using Linli.Platform.Telemetry;
using Linli.Platform.Texts;
using Linli.Platform.Time;
using Linli.Platform.Web;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;

namespace Linli.Platform;

/// <summary>Puts the ground under the modules.</summary>
public static class PlatformServices
{
    /// <summary>Registers the platform and all modules.</summary>
    public static IServiceCollection AddLinli(this IServiceCollection services, IConfiguration configuration, IReadOnlyList<Module> modules)
    {
        Module[] all = [new PlatformModule(), .. modules];
        services.AddSingleton<IReadOnlyList<Module>>(all);
        services.AddOptions<LinliOptions>().Bind(configuration.GetSection(LinliOptions.Section)).ValidateDataAnnotations().ValidateOnStart();
        services.TryAddSingleton(TimeProvider.System);
        services.AddHttpContextAccessor();
        services.AddScoped<CurrentAccess>().AddScoped<IAccess>(scope => scope.GetRequiredService<CurrentAccess>());
        services.AddSingleton<IAuthorizationPolicyProvider, PermissionPolicies>();
        services.AddAuthentication();
        services.AddAuthorizationBuilder().SetFallbackPolicy(new AuthorizationPolicyBuilder()
            .RequireAssertion(context => context.Resource is HttpContext http && http.GetEndpoint() is not RouteEndpoint)   // what is not there is 404, and a wrong method 405, to everybody
            .Build());
        services.AddAppDb().AddSecrets().AddFiles().AddMessages(configuration).AddJobs(configuration).AddTelemetry(configuration).AddHealth().AddRateLimits().AddForwarding().AddBackup();
        services.AddScoped<SchemaUpgrade>();
        services.AddSingleton<AuditChain>();
        services.AddScoped(scope => new AuditVerification(scope.GetRequiredService<AppDb>(), scope.GetRequiredService<AuditChain>()));
        services.AddSingleton<OutboxProgress>().AddSingleton<OutboxPump>().AddHostedService(provider => provider.GetRequiredService<OutboxPump>());
        services.AddSingleton<Drain>().AddHostedService(provider => provider.GetRequiredService<Drain>());
        services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(30));
        services.Configure<RouteHandlerOptions>(routes => routes.ThrowOnBadRequest = true);   // answered in one place, see ProblemAnswers
        services.AddHostedService<LiveListener>().AddHostedService<LiveHeart>();
        services.AddSingleton<LiveFeed>().AddSingleton<ReaderMemory>().AddSingleton<SiteTime>().AddSingleton<ProblemTexts>();
        services.AddSingleton<IStringLocalizerFactory, JsonTexts>();
        services.AddSingleton(typeof(IStringLocalizer<>), typeof(StringLocalizer<>));   // they know no language of their own
        services.AddSingleton(HtmlEncoder.Create(UnicodeRanges.All));   // or Chinese becomes &#x…;
        services.ConfigureHttpJsonOptions(options => Json.Configure(options.SerializerOptions));
        services.AddDataProtection().SetApplicationName("Linli");
        services.AddSingleton<IConfigureOptions<KeyManagementOptions>>(provider =>
            new ConfigureOptions<KeyManagementOptions>(options =>
                (options.XmlRepository, options.XmlEncryptor) = (new ProtectionKeys(provider), new ProtectionKeyEncryptor(provider.GetRequiredService<FieldCipher>()))));
        foreach (var module in all) module.AddServices(services, configuration);
        return services;
    }

    /// <summary>Registers every class of the module's assembly whose name ends in <c>Handler</c>.</summary>
    public static IServiceCollection AddHandlers(this IServiceCollection services, Module module)
    {
        foreach (var handler in module.GetType().Assembly.GetTypes().Where(t => t is { IsClass: true, IsAbstract: false } && t.Name.EndsWith("Handler", StringComparison.Ordinal)))
            services.AddScoped(handler);
        return services;
    }
}

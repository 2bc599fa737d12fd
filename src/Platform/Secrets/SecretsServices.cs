using Linli.Platform.CommandLine;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Linli.Platform.Secrets;

/// <summary>Wires the secrets.</summary>
public static class SecretsServices
{
    /// <summary>The ring opens with the first service that needs it; the audit chain does at start, so a bad key stops the start and not the first case.</summary>
    public static IServiceCollection AddSecrets(this IServiceCollection services) => services
        .AddSingleton(provider => KeyRing.Open(provider.GetRequiredService<IConfiguration>(), provider.GetRequiredService<IOptions<LinliOptions>>().Value.Data))
        .AddSingleton<FieldCipher>()
        .AddScoped<Reencryption>().AddScoped<IVerb, KeyringVerb>();
}

using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Linli.Platform.Secrets;

/// <summary>Wires the secrets.</summary>
public static class SecretsServices
{
    /// <summary>Opens the key ring at once, so that a bad key stops the start and not the first case.</summary>
    public static IServiceCollection AddSecrets(this IServiceCollection services, IConfiguration configuration, string dataFolder)
        => services.AddSingleton(KeyRing.Open(configuration, dataFolder)).AddSingleton<FieldCipher>();
}

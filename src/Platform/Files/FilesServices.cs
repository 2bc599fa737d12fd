using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Linli.Platform.Files;

/// <summary>Wires the file store.</summary>
public static class FilesServices
{
    /// <summary>Files live in the data folder.</summary>
    public static IServiceCollection AddFiles(this IServiceCollection services) =>
        services.AddSingleton(provider => new FileStore(provider.GetRequiredService<IOptions<LinliOptions>>().Value.Data));
}

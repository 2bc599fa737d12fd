using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Linli.Platform.Files;

/// <summary>Wires the file store.</summary>
public static class FilesServices
{
    /// <summary>Files live in the data folder.</summary>
    public static IServiceCollection AddFiles(this IServiceCollection services) =>
        services.AddSingleton(provider => new FileStore(DataOf(provider)))
            .AddKeyedSingleton(KeptFiles.Folder, (provider, _) => new FileStore(Path.Combine(DataOf(provider), KeptFiles.Folder))).AddScoped<KeptFiles>();

    private static string DataOf(IServiceProvider provider) => provider.GetRequiredService<IOptions<LinliOptions>>().Value.Data;
}

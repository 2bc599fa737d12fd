using Microsoft.Extensions.DependencyInjection;

namespace Linli.Platform.Files;

/// <summary>Wires the file store.</summary>
public static class FilesServices
{
    /// <summary>Opens the store at once, so that a folder that cannot be written stops the start and not the first photo.</summary>
    public static IServiceCollection AddFiles(this IServiceCollection services, string dataFolder)
        => services.AddSingleton(new FileStore(dataFolder));
}

using Linli.Platform.CommandLine;
using Microsoft.Extensions.DependencyInjection;

namespace Linli.Platform.Import;

/// <summary>Registers imports by profile.</summary>
public static class ImportServices
{
    /// <summary>Offers the profile <c>profile.NAME.json</c>, embedded in the module's assembly, as <c>import NAME DIR</c>.</summary>
    public static IServiceCollection AddImportProfile(this IServiceCollection services, string name) =>
        services.AddScoped<IImport>(scope => ActivatorUtilities.CreateInstance<ImportTable>(scope, name));
}

using Linli.Platform.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Linli.Platform.Backup;

/// <summary>Wires backup and restore.</summary>
internal static class BackupServices
{
    public static IServiceCollection AddBackup(this IServiceCollection services) => services
        .AddScoped<SqliteCopy>().AddScoped<PostgresCopy>()
        .AddScoped<IDatabaseCopy>(scope => scope.GetRequiredService<IOptions<LinliOptions>>().Value.UsesPostgres
            ? scope.GetRequiredService<PostgresCopy>()
            : scope.GetRequiredService<SqliteCopy>())
        .AddScoped<BackupArchive>()
        .AddScoped<IVerb, BackupVerb>().AddScoped<IVerb, RestoreVerb>();
}

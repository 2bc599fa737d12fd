using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Linli.Platform.Data;

/// <summary>Registers <see cref="AppDb"/> for the configured database.</summary>
internal static class DatabaseServices
{
    public static IServiceCollection AddAppDb(this IServiceCollection services)
    {
        services.AddSingleton<WriteGate>();
        services.AddDbContextPool<AppDb>((provider, options) =>
        {
            var settings = provider.GetRequiredService<IOptions<LinliOptions>>().Value;
            if (settings.UsesPostgres) options.UseNpgsql(settings.Postgres);
            else options.UseSqlite(SqliteConnectionString(settings)).AddInterceptors(new SqlitePragmas(), new IndexHints.OnSqlite());
        }, poolSize: 128);
        return services;
    }

    public static string SqliteFile(LinliOptions settings) => Path.Combine(settings.Data, "linli.db");

    public static string SqliteConnectionString(LinliOptions settings)
    {
        Directory.CreateDirectory(settings.Data);
        return $"Data Source={SqliteFile(settings)};Pooling=true";
    }
}

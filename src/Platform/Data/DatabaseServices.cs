using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Npgsql;

namespace Linli.Platform.Data;

/// <summary>Registers <see cref="AppDb"/> for the configured database.</summary>
internal static class DatabaseServices
{
    private const int StatementsKept = 200;

    public static IServiceCollection AddAppDb(this IServiceCollection services)
    {
        services.AddSingleton<WriteGate>();
        services.AddDbContextPool<AppDb>((provider, options) =>
        {
            var settings = provider.GetRequiredService<IOptions<LinliOptions>>().Value;
            if (settings.UsesPostgres) options.UseNpgsql(PostgresConnectionString(settings));
            else options.UseSqlite(SqliteConnectionString(settings)).AddInterceptors(new SqlitePragmas(), new IndexHints.OnSqlite());
            options.ConfigureWarnings(warnings => warnings.Ignore(CoreEventId.RowLimitingOperationWithoutOrderByWarning));   // counting up to a limit needs no order
        }, poolSize: 128);
        return services;
    }

    /// <summary>
    /// Statements that come again are prepared, so that PostgreSQL need not read them each time, unless the setting says how many itself
    /// (a pooler in between may need 0). It plans each anew: what is rare in one street is frequent in another. It neither
    /// divides a statement among processes nor compiles it: with many readers at once both cost more than they bring (ADR 7). Nothing here changes a session, so
    /// none need be set back before the next user has it.
    /// </summary>
    public static string PostgresConnectionString(LinliOptions settings) =>
        settings.Postgres!.Contains("Max Auto Prepare", StringComparison.OrdinalIgnoreCase)
            ? settings.Postgres
            : new NpgsqlConnectionStringBuilder(settings.Postgres) { MaxAutoPrepare = StatementsKept, NoResetOnClose = true, Options = "-c plan_cache_mode=force_custom_plan -c max_parallel_workers_per_gather=0 -c jit=off" }.ConnectionString;

    public static string SqliteFile(LinliOptions settings) => Path.Combine(settings.Data, "linli.db");

    public static string SqliteConnectionString(LinliOptions settings)
    {
        Directory.CreateDirectory(settings.Data);
        return $"Data Source={SqliteFile(settings)};Pooling=true";
    }
}

using Linli.Platform.Data;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Quartz;

namespace Linli.Platform.Jobs;

/// <summary>Wires Quartz to the one database. It runs only while the program serves: a verb starts no hosted services.</summary>
internal static class JobsServices
{
    private const string Prefix = "platform_quartz_";
    private const int Threads = 4;

    public static IServiceCollection AddJobs(this IServiceCollection services, IConfiguration configuration)
    {
        var settings = configuration.GetSection(LinliOptions.Section).Get<LinliOptions>() ?? new();
        services.AddQuartz(quartz => quartz
            .ConfigureScheduler(scheduler => scheduler.InstanceName = "linli")
            .UseDefaultThreadPool(Threads)
            .UsePersistentStore(store => UseDatabase(store, settings)));
        services.AddHostedService<JobSchedule>();
        // A stop does not wait for jobs: what one has not committed is undone, and the store runs it again.
        services.AddQuartzHostedService(hosted => hosted.WaitForJobsToComplete = false);
        services.AddSingleton(provider => new DelayedJobs(provider.GetRequiredService<ISchedulerFactory>(), provider.GetRequiredService<TimeProvider>()));
        services.AddScoped(provider => new JobBoard(provider.GetRequiredService<AppDb>(), provider.GetRequiredService<ISchedulerFactory>(), provider.GetServices<JobDefinition>()));
        services.AddJob<Housekeeping>("platform.housekeeping", Every.Hours(1));
        return services;
    }

    private static void UseDatabase(IPersistentStoreBuilder store, LinliOptions settings)
    {
        store.ConfigureStore(options =>
        {
            options.TablePrefix = Prefix;
            options.StoreJobDataAsStrings = true;
            options.UseBackgroundThreads = true;   // stopping is the host's business; no thread may keep the process alive
        });
        if (settings.UsesPostgres) store.UsePostgres(settings.Postgres!).UseClustering(_ => { });
        else store.UseSqlite(DatabaseServices.SqliteConnectionString(settings));
    }
}

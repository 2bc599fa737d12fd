using System.Text.Json;
using Linli.Platform.Texts;
using Microsoft.Extensions.DependencyInjection;

namespace Linli.Platform.Jobs;

/// <summary>A job the program knows. Without <paramref name="Schedule"/> it runs when it was put off to.</summary>
internal sealed record JobDefinition(string Name, Every? Schedule, Func<IServiceProvider, string, CancellationToken, Task> RunAsync);

/// <summary>Registers jobs.</summary>
public static class JobRegistration
{
    /// <summary>Runs <typeparamref name="TJob"/> again and again while the program serves.</summary>
    /// <param name="services">The services.</param>
    /// <param name="name">Lasting name, <c>module.what-it-does</c>; its label is the text <c>job.module.what-it-does</c>.</param>
    /// <param name="schedule">When. A round missed because nothing was running is made up for once.</param>
    public static IServiceCollection AddJob<TJob>(this IServiceCollection services, string name, Every schedule) where TJob : class, IJob =>
        services
            .AddScoped<TJob>()
            .AddSingleton(new JobDefinition(name, schedule, (scope, _, ct) => scope.GetRequiredService<TJob>().RunAsync(ct)));

    /// <summary>Lets <see cref="DelayedJobs"/> put off work to <typeparamref name="TJob"/>.</summary>
    public static IServiceCollection AddDelayedJob<TJob, TData>(this IServiceCollection services, string name) where TJob : class, IJob<TData> =>
        services
            .AddScoped<TJob>()
            .AddSingleton(new JobDefinition(name, null, (scope, data, ct) =>
                scope.GetRequiredService<TJob>().RunAsync(JsonSerializer.Deserialize<TData>(data, Json.Readable)!, ct)));
}

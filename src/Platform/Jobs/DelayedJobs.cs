using System.Text.Json;
using Linli.Platform.Texts;
using Quartz;

namespace Linli.Platform.Jobs;

/// <summary>Puts work off to a moment. It is kept in the database and outlives the program.</summary>
public sealed class DelayedJobs
{
    private const string Group = "delayed";
    private readonly ISchedulerFactory schedulers;
    private readonly TimeProvider clock;

    internal DelayedJobs(ISchedulerFactory schedulers, TimeProvider clock) => (this.schedulers, this.clock) = (schedulers, clock);

    /// <summary>Runs the job named <paramref name="name"/> at a moment; the same key again moves it.</summary>
    /// <param name="name">The name it was registered under.</param>
    /// <param name="key">What it is about, e.g. the key of a case.</param>
    /// <param name="at">When; at once if that has passed.</param>
    /// <param name="data">What it needs to know.</param>
    /// <param name="ct">Cancels.</param>
    public async Task ScheduleAsync<TData>(string name, string key, DateTimeOffset at, TData data, CancellationToken ct)
    {
        var scheduler = await schedulers.GetScheduler(ct);
        var job = JobBuilder.Create<JobRunner>().WithIdentity(Identity(name, key), Group).RequestRecovery(true)
            .UsingJobData(JobRunner.NameKey, name)
            .UsingJobData(JobRunner.DataKey, JsonSerializer.Serialize(data, Json.Readable)).Build();
        var trigger = TriggerBuilder.Create(clock).WithIdentity(Identity(name, key), Group).StartAt(at)
            .WithRetryPolicy(RetryPolicy.Exponential(5, TimeSpan.FromSeconds(10)))
            .WithSimpleSchedule(s => s.WithMisfireInstruction(SimpleTriggerMisfireInstruction.FireNow)).Build();
        await scheduler.ScheduleJob(job, [trigger], new ScheduleJobOptions { Replace = true }, ct);
    }

    /// <summary>Takes it off the list, if it has not run.</summary>
    public async Task CancelAsync(string name, string key, CancellationToken ct) =>
        await (await schedulers.GetScheduler(ct)).DeleteJob(new JobKey(Identity(name, key), Group), ct);

    private static string Identity(string name, string key) => $"{name}/{key}";
}

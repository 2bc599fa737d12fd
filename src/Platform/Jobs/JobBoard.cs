using Linli.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Quartz;

namespace Linli.Platform.Jobs;

/// <summary>The recurring jobs, for those who keep the program running.</summary>
public sealed class JobBoard
{
    private readonly AppDb db;
    private readonly ISchedulerFactory schedulers;
    private readonly IReadOnlyList<JobDefinition> jobs;

    internal JobBoard(AppDb db, ISchedulerFactory schedulers, IEnumerable<JobDefinition> jobs) =>
        (this.db, this.schedulers, this.jobs) = (db, schedulers, [.. jobs.Where(j => j.Schedule is not null).OrderBy(j => j.Name, StringComparer.Ordinal)]);

    /// <summary>All of them, with their last run and their next.</summary>
    public async Task<IReadOnlyList<JobState>> ListAsync(CancellationToken ct)
    {
        var scheduler = await schedulers.GetScheduler(ct);
        var states = new List<JobState>(jobs.Count);
        foreach (var job in jobs)
        {
            var last = await db.Set<JobRun>().AsNoTracking().Where(r => r.Job == job.Name).OrderByDescending(r => r.StartedAt).FirstOrDefaultAsync(ct);
            var trigger = await scheduler.GetTrigger(new TriggerKey(job.Name, JobSchedule.Group), ct);
            states.Add(new(job.Name, job.Schedule!.ToString(), last, trigger?.NextFireTimeUtc));
        }
        return states;
    }

    /// <summary>Lets a job run as soon as a thread is free, besides its schedule.</summary>
    /// <returns>False where there is no such job.</returns>
    public async Task<bool> RunNowAsync(string name, CancellationToken ct)
    {
        if (jobs.All(j => j.Name != name)) return false;
        var scheduler = await schedulers.GetScheduler(ct);
        await scheduler.TriggerJob(new JobKey(name, JobSchedule.Group), ct);
        return true;
    }
}

/// <summary>How a recurring job stands.</summary>
/// <param name="Name">Its lasting name.</param>
/// <param name="Schedule">When it comes round: an interval or a cron expression.</param>
/// <param name="Last">Its last run; null if it never ran, or not for a week.</param>
/// <param name="NextAt">When it runs next.</param>
public sealed record JobState(string Name, string Schedule, JobRun? Last, DateTimeOffset? NextAt);

using Linli.Platform.Time;
using Microsoft.Extensions.Hosting;
using Quartz;

namespace Linli.Platform.Jobs;

/// <summary>Brings the stored schedule into line with the program's jobs, at start. A schedule that did not change is left alone, and with it the rounds it missed.</summary>
internal sealed class JobSchedule(ISchedulerFactory schedulers, IEnumerable<JobDefinition> jobs, SiteTime time, TimeProvider clock) : IHostedService
{
    public const string Group = "recurring";

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        var scheduler = await schedulers.GetScheduler(cancellationToken);
        var recurring = jobs.Where(j => j.Schedule is not null).ToList();
        foreach (var job in recurring) await PutAsync(scheduler, job, cancellationToken);
        var known = recurring.Select(j => j.Name).ToHashSet();
        foreach (var key in await scheduler.GetJobKeys(GroupMatcher<JobKey>.GroupEquals(Group), cancellationToken))
            if (!known.Contains(key.Name)) await scheduler.DeleteJob(key, cancellationToken);
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private async Task PutAsync(IScheduler scheduler, JobDefinition job, CancellationToken ct)
    {
        var trigger = TriggerOf(job);
        if (await scheduler.GetTrigger(trigger.Key, ct) is { } stored && stored.Description == trigger.Description) return;
        var detail = JobBuilder.Create<JobRunner>().WithIdentity(job.Name, Group).UsingJobData(JobRunner.NameKey, job.Name).StoreDurably().Build();
        await scheduler.ScheduleJob(detail, [trigger], new ScheduleJobOptions { Replace = true }, ct);
    }

    private ITrigger TriggerOf(JobDefinition job)
    {
        var schedule = job.Schedule!;
        var trigger = TriggerBuilder.Create(clock).WithIdentity(job.Name, Group).WithDescription(schedule.ToString());
        return schedule.Interval is { } interval
            ? trigger.StartAt(clock.GetUtcNow() + Smaller(interval, TimeSpan.FromSeconds(10)))
                .WithSimpleSchedule(s => s.WithInterval(interval).RepeatForever().WithMisfireInstruction(SimpleTriggerMisfireInstruction.NowWithExistingCount)).Build()
            : trigger.WithCronSchedule(schedule.Cron!, s => s.InTimeZone(time.Zone).WithMisfireInstruction(CronTriggerMisfireInstruction.FireAndProceed)).Build();
    }

    private static TimeSpan Smaller(TimeSpan one, TimeSpan other) => one < other ? one : other;
}

using Linli.Platform.Access;
using Linli.Platform.Data;
using Linli.Platform.Telemetry;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Quartz;

namespace Linli.Platform.Jobs;

/// <summary>What Quartz calls for every job: runs it in a scope of its own and keeps the history.</summary>
[DisallowConcurrentExecution]
internal sealed partial class JobRunner(IServiceProvider services, IEnumerable<JobDefinition> jobs, TimeProvider clock, ILogger<JobRunner> log) : Quartz.IJob
{
    public const string NameKey = "name", DataKey = "data";

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        var name = context.MergedJobDataMap.GetString(NameKey)!;
        if (jobs.FirstOrDefault(j => j.Name == name) is not { } job)
        {
            LogUnknown(name);
            return;
        }
        var run = await BeginAsync(job, cancellationToken);
        try
        {
            await using var scope = services.CreateSystemScope(name);
            await job.RunAsync(scope.ServiceProvider, context.MergedJobDataMap.GetString(DataKey) ?? "", cancellationToken);
            await EndAsync(run, JobOutcome.Succeeded, null);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            await EndAsync(run, JobOutcome.Stopped, null);
            throw;
        }
        catch (Exception error)
        {
            LogFailed(error, name);
            await EndAsync(run, JobOutcome.Failed, error.GetType().Name + ": " + error.Message);
            throw new JobExecutionException(error);
        }
    }

    private async Task<JobRun> BeginAsync(JobDefinition job, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var run = new JobRun { Id = Guid.CreateVersion7(now), Job = job.Name, StartedAt = now };
        await using var scope = services.CreateSystemScope(job.Name);
        var db = scope.ServiceProvider.GetRequiredService<AppDb>();
        db.Add(run);
        await db.SaveChangesAsync(ct);
        return run;
    }

    private async Task EndAsync(JobRun run, JobOutcome outcome, string? error)
    {
        await using var scope = services.CreateSystemScope(run.Job);
        var db = scope.ServiceProvider.GetRequiredService<AppDb>();
        db.Attach(run);
        (run.EndedAt, run.Outcome, run.Error) = (clock.GetUtcNow(), outcome, error);
        LinliTelemetry.JobDuration.Record((run.EndedAt.Value - run.StartedAt).TotalSeconds, new("job", run.Job), new("outcome", outcome.ToString()));
        await db.SaveChangesAsync(CancellationToken.None);   // kept even when the program stops
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Job {Job} failed")]
    private partial void LogFailed(Exception error, string job);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Job {Job} is not known to this program and was left out")]
    private partial void LogUnknown(string job);
}

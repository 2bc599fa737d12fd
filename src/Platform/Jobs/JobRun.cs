namespace Linli.Platform.Jobs;

/// <summary>One run of a job.</summary>
public sealed class JobRun
{
    /// <summary>Key, in time order.</summary>
    public required Guid Id { get; init; }

    /// <summary>Name of the job.</summary>
    public required string Job { get; init; }

    /// <summary>When it began.</summary>
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>When it ended; null while it runs, and for ever if the program was killed.</summary>
    public DateTimeOffset? EndedAt { get; internal set; }

    /// <summary>How it went.</summary>
    public JobOutcome Outcome { get; internal set; }

    /// <summary>Why it failed.</summary>
    public string? Error { get; internal set; }
}

/// <summary>How a run went.</summary>
public enum JobOutcome
{
    /// <summary>Not ended yet.</summary>
    Running,

    /// <summary>Done.</summary>
    Succeeded,

    /// <summary>Ended with an error.</summary>
    Failed,

    /// <summary>Broken off because the program stopped.</summary>
    Stopped,
}

namespace Linli.Platform.Jobs;

/// <summary>Work that comes round again. It runs in a scope that acts as the program, on one node at a time, and never beside itself.</summary>
public interface IJob
{
    /// <summary>Does what is due. A failure is kept in the history and the job comes round again.</summary>
    Task RunAsync(CancellationToken ct);
}

/// <summary>Work put off to a moment. It runs once, on one node; a failure is tried again five times, ever later.</summary>
/// <typeparam name="TData">What it needs to know, kept as JSON.</typeparam>
public interface IJob<in TData>
{
    /// <summary>Does it. After a crash it may begin again, so it looks first whether it is done.</summary>
    Task RunAsync(TData data, CancellationToken ct);
}

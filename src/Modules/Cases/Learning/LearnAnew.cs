using Linli.Platform.Jobs;

namespace Linli.Cases.Learning;

/// <summary>学习: once a week by night, or when somebody asks, a new version of each model, tried on the last four weeks.</summary>
internal sealed class LearnAnew(IEnumerable<ILearning> learnings, TimeProvider clock) : IJob
{
    public const string JobName = "cases.learn";

    /// <summary>The last cases, which a new version does not learn from but is tried on.</summary>
    public static readonly TimeSpan HeldOut = TimeSpan.FromDays(28);

    public async Task RunAsync(CancellationToken ct)
    {
        foreach (var learning in learnings) await learning.TryAsync(clock.GetUtcNow() - HeldOut, ct);   // one after another: each may take a minute and much memory
    }
}

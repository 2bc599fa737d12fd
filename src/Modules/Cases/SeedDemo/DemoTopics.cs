using Linli.Platform;
using Microsoft.Extensions.DependencyInjection;

namespace Linli.Cases.SeedDemo;

/// <summary>Gathers the demo's reports into topics, so that whoever looks first sees some.</summary>
internal sealed class DemoTopics(IServiceProvider services) : IDemoSeeder
{
    public int Order => 60;

    public Task SeedAsync(int caseCount, CancellationToken ct) => ActivatorUtilities.CreateInstance<FindTopics.FindTopics>(services).RunAsync(ct);
}

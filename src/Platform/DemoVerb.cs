using System.Globalization;
using Linli.Platform.Access;
using Linli.Platform.CommandLine;
using Microsoft.Extensions.DependencyInjection;

namespace Linli.Platform;

/// <summary><c>demo</c></summary>
internal sealed class DemoVerb(IServiceProvider services) : IVerb
{
    private const int DefaultCases = 5000;

    public string Name => "demo";
    public string Usage => "demo [--cases N]   fills the invented demo district; running it again changes nothing";

    public async Task<int> RunAsync(VerbCall call, CancellationToken ct)
    {
        var cases = DefaultCases;
        if (call.Option("cases") is { } text && !int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out cases)) throw new UsageException(Usage);
        foreach (var order in services.GetServices<IDemoSeeder>().Select(s => s.Order).Order().ToList())
        {
            await using var scope = services.CreateSystemScope("demo");   // a seeder must not meet what another one tracks
            await scope.ServiceProvider.GetServices<IDemoSeeder>().Single(s => s.Order == order).SeedAsync(cases, ct);
        }
        return 0;
    }
}

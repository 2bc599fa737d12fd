using Linli.Demo;

namespace Linli.Libraries.Tests.Demo;

/// <summary>One district for all tests that only look.</summary>
internal static class Sample
{
    public static readonly DateTimeOffset End = new(2026, 11, 20, 2, 0, 0, TimeSpan.Zero);
    public static readonly DemoDistrict District = DemoDistrict.Create(seed: 7, End);

    public static DemoDivision[] At(DemoLevel level) => [.. District.Divisions.Where(d => d.Level == level)];

    public static readonly DemoCategory[] Leaves = [.. District.Categories.Where(c => c.Level == 4)];
}

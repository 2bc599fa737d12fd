namespace Linli.Ui.Design;

/// <summary>Invented figures for the design pages.</summary>
internal static class DesignSample
{
    public static IReadOnlyList<Deadline> Deadlines { get; } =
    [
        new(new TimeSpan(3, 5, 0), .4),
        new(TimeSpan.FromMinutes(48), .9),
        new(new TimeSpan(-2, -10, 0), 1.3),
        new(TimeSpan.FromHours(5), .2, Paused: true),
        new(TimeSpan.FromHours(1), .7, Settled: true),
        new(new TimeSpan(-1, -3, 0, 0), 1.5, Settled: true),
    ];

    public static IReadOnlyList<double> Week { get; } = [42, 51, 38, 64, 70, 33, 29];
    public static IReadOnlyList<double> Closed { get; } = [40, 44, 41, 52, 61, 30, 22];
    public static IReadOnlyList<string> Days { get; } = ["11-16", "11-17", "11-18", "11-19", "11-20", "11-21", "11-22"];
}

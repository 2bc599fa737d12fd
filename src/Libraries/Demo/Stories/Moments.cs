namespace Linli.Demo;

/// <summary>Spreads reports over the period: mornings and evenings are busy, nights are quiet, weekends a little quieter.</summary>
internal sealed class Moments
{
    private static readonly int[] ByHour = [3, 2, 1, 1, 1, 3, 8, 18, 30, 34, 32, 26, 18, 20, 26, 28, 26, 22, 20, 22, 20, 15, 9, 5];
    private readonly DateTimeOffset _start;
    private readonly double[] _before;

    public Moments(DateTimeOffset end)
    {
        _start = end.AddMonths(-3);
        _before = new double[(int)(end - _start).TotalHours + 1];
        for (var h = 1; h < _before.Length; h++) _before[h] = _before[h - 1] + Weight(_start.AddHours(h - 1).ToOffset(TimeSpan.FromHours(8)));
    }

    /// <summary>The moment before which this part (0 to 1) of all reports came in.</summary>
    public DateTimeOffset At(double part)
    {
        var sum = part * _before[^1];
        var found = Array.BinarySearch(_before, sum);
        var hour = Math.Min(found < 0 ? ~found - 1 : found, _before.Length - 2);
        var within = (sum - _before[hour]) / (_before[hour + 1] - _before[hour]);
        return _start.AddTicks((long)((hour + within) * TimeSpan.TicksPerHour));
    }

    private static double Weight(DateTimeOffset local) =>
        ByHour[local.Hour] * (local.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday ? 0.6 : 1);
}

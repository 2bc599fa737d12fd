namespace Linli.Cases.Figures;

/// <summary>What became of the cases received under some conditions.</summary>
/// <param name="Received">All of them.</param>
/// <param name="Closed">Those closed, in time or not; declined ones are not among them.</param>
/// <param name="ClosedOnTime">Those closed that were handled within their limit.</param>
/// <param name="Open">Those somebody still has to do something about.</param>
/// <param name="Overdue">Open ones whose deadline has passed.</param>
internal sealed record Tally(int Received, int Closed, int ClosedOnTime, int Open, int Overdue)
{
    public static readonly Tally None = new(0, 0, 0, 0, 0);

    /// <summary>按期办结率: closed on time / (closed + open overdue); an open case whose deadline has passed counts as not on time. Null where there is nothing to judge.</summary>
    public double? OnTimeRate => Closed + Overdue == 0 ? null : (double)ClosedOnTime / (Closed + Overdue);

    public static Tally operator +(Tally a, Tally b) =>
        new(a.Received + b.Received, a.Closed + b.Closed, a.ClosedOnTime + b.ClosedOnTime, a.Open + b.Open, a.Overdue + b.Overdue);
}

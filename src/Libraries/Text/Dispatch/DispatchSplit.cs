namespace Linli.Text;

/// <summary>Parts cases into training and test, always the same way.</summary>
public static class DispatchSplit
{
    /// <summary>A random fifth for the test.</summary>
    public static (IReadOnlyList<T> Train, IReadOnlyList<T> Test) RandomFifth<T>(IReadOnlyList<T> cases)
    {
        var shuffled = cases.ToArray();
        new Random(1).Shuffle(shuffled);
        return (shuffled[(cases.Count / 5)..], shuffled[..(cases.Count / 5)]);
    }

    /// <summary>The latest fifth for the test: what a district lives through when the list of units moves on.</summary>
    public static (IReadOnlyList<T> Train, IReadOnlyList<T> Test) LatestFifth<T>(IReadOnlyList<T> cases, Func<T, DispatchFacts> facts)
    {
        var ordered = cases.OrderBy(x => facts(x).Reported).ToArray();
        return (ordered[..^(cases.Count / 5)], ordered[^(cases.Count / 5)..]);
    }
}

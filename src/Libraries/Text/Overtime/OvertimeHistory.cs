using System.Runtime.InteropServices;

namespace Linli.Text;

/// <summary>How many cases alike were late, those near in time counting more.</summary>
internal sealed class OvertimeHistory
{
    const float Pull = 2;   // what the wider set says is as heavy as two cases

    static readonly DateTime Origin = new(2020, 1, 1);   // near enough that a float tells minutes

    readonly Dictionary<(OvertimeLikeness, string), List<(float Day, bool Late)>> alike = [];
    readonly float share;

    public OvertimeHistory(IReadOnlyList<OvertimeCase> cases)
    {
        share = cases.Count == 0 ? 0 : (float)cases.Count(x => x.Late) / cases.Count;
        foreach (var (facts, late) in cases)
            foreach (var level in OvertimeKeys.All)
                (CollectionsMarshal.GetValueRefOrAddDefault(alike, OvertimeKeys.Of(level, facts), out _) ??= []).Add((Day(facts), late));
    }

    /// <summary>The share of late ones, the weight of a case falling to a half in so many days.</summary>
    public float Share(OvertimeLikeness level, OvertimeFacts facts, float near)
    {
        var wide = OvertimeKeys.Wider(level) is { } wider ? Share(wider, facts, near) : share;
        var (late, all, day) = (Pull * wide, Pull, Day(facts));
        foreach (var (then, wasLate) in Find(level, facts))
        {
            var days = MathF.Abs(then - day);
            var weight = float.IsNaN(days) ? 1 : 1 / (1 + days / near);
            all += weight;
            if (wasLate) late += weight;
        }
        return late / all;
    }

    /// <summary>How many there are, and how many of them were late.</summary>
    public (int Cases, int Late) Count(OvertimeLikeness level, OvertimeFacts facts)
    {
        var found = Find(level, facts);
        var late = 0;
        foreach (var (_, wasLate) in found) late += wasLate ? 1 : 0;
        return (found.Length, late);
    }

    /// <summary>How many there were in the days before.</summary>
    public int Lately(OvertimeLikeness level, OvertimeFacts facts, float days)
    {
        var (day, count) = (Day(facts), 0);
        foreach (var (then, _) in Find(level, facts)) count += then <= day && day - then < days ? 1 : 0;
        return count;
    }

    public static float Day(OvertimeFacts facts) => facts.Case.Reported is { } time ? (float)(time - Origin).TotalDays : float.NaN;

    ReadOnlySpan<(float Day, bool Late)> Find(OvertimeLikeness level, OvertimeFacts facts)
        => CollectionsMarshal.AsSpan(alike.GetValueOrDefault(OvertimeKeys.Of(level, facts)));
}

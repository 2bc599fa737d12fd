using System.Globalization;

namespace Linli.Text;

/// <summary>Turns the facts of a case into signs, each of which may pull towards some units and away from others; unknown signs are silent.</summary>
internal sealed class DispatchSigns
{
    readonly Dictionary<string, int> numbers = new(StringComparer.Ordinal);

    public int Count => numbers.Count;

    /// <summary>All signs in the order of their numbers.</summary>
    public IEnumerable<string> All => numbers.OrderBy(x => x.Value).Select(x => x.Key);

    /// <summary>Takes up a sign where it is new.</summary>
    public void Add(string sign) => numbers.TryAdd(sign, numbers.Count);

    /// <summary>The numbers of the case's signs, new ones added.</summary>
    public int[] Learn(DispatchFacts facts)
    {
        foreach (var sign in Of(facts)) Add(sign);
        return Known(facts);
    }

    /// <summary>The numbers of those signs that history knows.</summary>
    public int[] Known(DispatchFacts facts)
        => [.. Of(facts).Select(x => numbers.GetValueOrDefault(x, -1)).Where(x => x >= 0)];

    /// <summary>Single facts carry furthest: their sum finds “the greening unit of this street” even where the pair is new.
    /// Units and their duties change over the year, so the month is a sign too.</summary>
    static IEnumerable<string> Of(DispatchFacts facts)
    {
        yield return $"sub type {facts.SubType}";
        yield return $"main type {facts.MainType}";
        yield return $"event type {facts.EventType}";
        yield return $"street {facts.Street}";
        yield return $"community {facts.Community}";
        yield return $"source {facts.Source}";
        yield return $"property {facts.Property}";
        if (facts.Reported is { } day) yield return day.ToString("'month' yyyy-MM", CultureInfo.InvariantCulture);
    }
}

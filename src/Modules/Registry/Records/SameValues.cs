namespace Linli.Registry;

internal static class SameValues
{
    /// <summary>Whether two sets of values are the same.</summary>
    public static bool SameAs(this IReadOnlyDictionary<string, string> values, IReadOnlyDictionary<string, string> others) =>
        values.Count == others.Count && values.All(v => others.TryGetValue(v.Key, out var other) && other == v.Value);
}

namespace Linli.Text;

/// <summary>Two texts and whether they tell the same.</summary>
public sealed record LabelledPair(string One, string Other, bool Same);

/// <summary>Reads pairs and parts them.</summary>
public static class LabelledPairs
{
    /// <summary>Takes the columns s1, s2 and label, which is 1 or 0.</summary>
    /// <exception cref="FormatException">A column is absent or a label is neither; the message names file and line.</exception>
    public static IReadOnlyList<LabelledPair> From(TsvTable table)
    {
        var (one, other, label) = (table.Column("s1"), table.Column("s2"), table.Column("label"));
        return [.. table.Rows.Select(row => new LabelledPair(row[one], row[other], row[label] switch
        {
            "1" => true,
            "0" => false,
            var wrong => throw new FormatException($"{table.Name}, line {row.Line}: the label is “{wrong}”, not 1 or 0."),
        }))];
    }

    /// <summary>
    /// Gives each pair the number of a part, always the same. Pairs that share a sentence, also over other pairs, lie in the same part:
    /// else a scorer would know half of what it is asked.
    /// </summary>
    public static int[] Parts(IReadOnlyList<LabelledPair> pairs, int parts)
    {
        var linked = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var pair in pairs) linked[Root(MergedMessages.Key(pair.One))] = Root(MergedMessages.Key(pair.Other));
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        var random = new Random(1);
        return [.. pairs.Select(pair => Root(MergedMessages.Key(pair.One))).Select(root => numbers.TryGetValue(root, out var part) ? part : numbers[root] = random.Next(parts))];

        string Root(string key)
        {
            while (linked.TryGetValue(key, out var next) && next != key) key = next;
            return key;
        }
    }
}

namespace Linli.Text;

/// <summary>The longest common subsequence of the beginnings of two texts, all its rows worked out at once in the bits of one number (Hyyrö 2004).</summary>
internal sealed class PairOrder
{
    const int Most = 128;

    readonly string text;
    readonly Dictionary<char, UInt128> places = [];

    public PairOrder(string folded)
    {
        text = folded.Replace(" ", "", StringComparison.Ordinal);
        if (text.Length > Most) text = text[..Most];
        for (var i = 0; i < text.Length; i++) places[text[i]] = places.GetValueOrDefault(text[i]) | UInt128.One << i;
    }

    /// <summary>Twice its length as a part of the length of both.</summary>
    public float Compare(PairOrder other)
    {
        if (text.Length == 0 || other.text.Length == 0) return 0;
        var free = UInt128.MaxValue;
        foreach (var c in other.text)
        {
            if (!places.TryGetValue(c, out var here)) continue;
            var met = free & here;
            free = unchecked(free + met) | free & ~here;
        }
        var common = Most - (int)UInt128.PopCount(free | ~Used);
        return 2f * common / (text.Length + other.text.Length);
    }

    /// <summary>How much longer one of them is, as a part of the longer one.</summary>
    public float LengthApart(PairOrder other)
        => text.Length == other.text.Length ? 0 : (float)Math.Abs(text.Length - other.text.Length) / Math.Max(text.Length, other.text.Length);

    UInt128 Used => text.Length == Most ? UInt128.MaxValue : (UInt128.One << text.Length) - 1;
}

namespace Linli.Text;

/// <summary>The n-grams worth knowing (their hashes; a collision in 32 bits costs nothing noticeable) and how telling each is (inverse document frequency, to the power of 1.5: rare words count more than is usual).</summary>
internal sealed class Vocabulary
{
    readonly (uint Key, int Number)[] slots;   // open addressing, key 0 is free; key and number lie in one cache line

    public Vocabulary(uint[] keys, float[] telling)
    {
        (Keys, Telling) = (keys, telling);
        slots = new (uint, int)[(int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)keys.Length * 2 + 1)];
        for (var number = 0; number < keys.Length; number++) slots[SlotOf(keys[number])] = (keys[number], number);
    }

    public uint[] Keys { get; }

    public float[] Telling { get; }

    public int Count => Keys.Length;

    /// <summary>Keeps the n-grams that occur in at least two texts; of these the most frequent <paramref name="limit"/>.</summary>
    public static Vocabulary Of(IReadOnlyList<LabelledText> rows, int limit)
    {
        var frequencies = new Dictionary<uint, int>();
        var bag = new NgramBag();
        foreach (var row in rows)
        {
            bag.Fill(row.Text);
            for (var i = 0; i < bag.Count; i++)
                System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(frequencies, bag.Key(i), out _)++;
        }
        var kept = frequencies.Where(x => x.Value > 1).OrderByDescending(x => x.Value).ThenBy(x => x.Key).Take(limit).ToArray();
        return new(
            [.. kept.Select(x => x.Key)],
            [.. kept.Select(x => MathF.Pow(1 + MathF.Log((1f + rows.Count) / (1f + x.Value)), 1.5f))]);
    }

    /// <summary>The number of an n-gram, or -1.</summary>
    public int Find(uint key)
    {
        var (found, number) = slots[SlotOf(key)];
        return found == key ? number : -1;
    }

    /// <summary>Writes the features of the text in the bag, scaled to unit length; returns how many there are.</summary>
    public int Read(NgramBag bag, Span<int> features, Span<float> values)
    {
        int count = 0;
        var squares = 1e-9f;
        for (var i = 0; i < bag.Count; i++)
        {
            var feature = Find(bag.Key(i));
            if (feature < 0) continue;
            var value = bag.Weight(i) * Telling[feature];
            (features[count], values[count++]) = (feature, value);
            squares += value * value;
        }
        var scale = 1 / MathF.Sqrt(squares);
        foreach (ref var value in values[..count]) value *= scale;
        return count;
    }

    int SlotOf(uint key)
    {
        var mask = slots.Length - 1;
        var slot = (int)(key >> 7) & mask;
        while (slots[slot].Key is var taken && taken != 0 && taken != key) slot = (slot + 1) & mask;
        return slot;
    }
}

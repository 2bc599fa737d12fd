namespace Linli.Text;

/// <summary>Counts the n-grams of one text. Made to be emptied and used again, so that a prediction allocates next to nothing.</summary>
internal sealed class NgramBag
{
    /// <summary>Citizens write up to several thousand characters; the first hundreds say what it is about.</summary>
    public const int BodyLimit = 600, TitleLimit = 200;

    /// <summary>A title is the reporter's own summary, so its n-grams weigh more.</summary>
    const float TitleWeight = 2;

    const int Slots = 8192, Mask = Slots - 1;

    readonly uint[] keys = new uint[Slots];
    readonly int[] titles = new int[Slots], bodies = new int[Slots];
    readonly int[] used = new int[Slots];

    public int Count { get; private set; }

    public uint Key(int index) => keys[used[index]];

    public float Weight(int index)
    {
        var slot = used[index];
        return TitleWeight * Damped(titles[slot]) + Damped(bodies[slot]);
    }

    public void Fill(CaseText text)
    {
        Clear();
        Read(text.Title ?? "", TitleLimit, titles);
        Read(text.Body ?? "", BodyLimit, bodies);
    }

    /// <summary>The second mention says less than the first: 1 + ln n.</summary>
    static float Damped(int count) => count switch { 0 => 0, 1 => 1, _ => 1 + MathF.Log(count) };

    void Clear()
    {
        foreach (var slot in used.AsSpan(0, Count)) (keys[slot], titles[slot], bodies[slot]) = (0, 0, 0);
        Count = 0;
    }

    void Read(string text, int limit, int[] counts)
    {
        using var folded = new FoldedText(text, limit);
        var characters = folded.Characters;
        for (var start = 0; start < characters.Length; start++)
        {
            var hash = Ngram.Start;
            for (var at = start; at < characters.Length && at < start + Ngram.Longest && characters[at] != ' '; at++)
            {
                hash = Ngram.Append(hash, characters[at]);
                counts[Slot(hash | 1)]++;
            }
        }
    }

    int Slot(uint key)
    {
        var slot = (int)(key >> 7) & Mask;
        while (keys[slot] != key)
        {
            if (keys[slot] == 0)
            {
                keys[slot] = key;
                used[Count++] = slot;
                break;
            }
            slot = (slot + 1) & Mask;
        }
        return slot;
    }
}

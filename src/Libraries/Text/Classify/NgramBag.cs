namespace Linli.Text;

/// <summary>Counts the n-grams of one text. Made to be emptied and used again, so that a prediction allocates next to nothing.</summary>
internal sealed class NgramBag
{
    /// <summary>Citizens write up to several thousand characters; what it is about may be said late.</summary>
    public const int BodyLimit = 2000, TitleLimit = 200;

    /// <summary>A title is the reporter's own summary, so its n-grams weigh more.</summary>
    public const float TitleWeight = 2;

    const int Slots = 8192, Mask = Slots - 1;

    readonly Counted[] slots = new Counted[Slots];
    readonly int[] used = new int[Slots];

    public int Count { get; private set; }

    public uint Key(int index) => slots[used[index]].Key;

    public float Weight(int index)
    {
        ref var counted = ref slots[used[index]];
        return TitleWeight * Damped(counted.InTitle) + Damped(counted.InBody);
    }

    public void Fill(CaseText text)
    {
        foreach (var slot in used.AsSpan(0, Count)) slots[slot] = default;
        Count = 0;
        Read(text.Title ?? "", TitleLimit, inTitle: 1, inBody: 0);
        Read(text.Body ?? "", BodyLimit, inTitle: 0, inBody: 1);
    }

    /// <summary>The second mention says less than the first: 1 + ln n.</summary>
    static float Damped(int count) => (uint)count < (uint)Damping.Length ? Damping[count] : 1 + MathF.Log(count);

    static readonly float[] Damping = [0, .. Enumerable.Range(1, 31).Select(x => 1 + MathF.Log(x))];

    void Read(string text, int limit, int inTitle, int inBody)
    {
        using var folded = new FoldedText(text, limit);
        var characters = folded.Characters;
        for (var start = 0; start < characters.Length; start++)
        {
            var hash = Ngram.Start;
            for (var at = start; at < characters.Length && at < start + Ngram.Longest && characters[at] != ' '; at++)
            {
                hash = Ngram.Append(hash, characters[at]);
                ref var counted = ref Slot(hash | 1);
                counted.InTitle += inTitle;
                counted.InBody += inBody;
            }
        }
    }

    ref Counted Slot(uint key)
    {
        var place = (int)(key >> 7) & Mask;
        while (slots[place].Key != key)
        {
            if (slots[place].Key == 0)
            {
                slots[place].Key = key;
                used[Count++] = place;
                break;
            }
            place = (place + 1) & Mask;
        }
        return ref slots[place];
    }

    struct Counted
    {
        public uint Key;
        public int InTitle, InBody;
    }
}

namespace Linli.Addresses;

/// <summary>The best reading that ends at one place with one level.</summary>
internal struct Cell
{
    /// <summary>Marks of all pieces on the way, less what was skipped.</summary>
    public float Score;

    /// <summary>The cell before.</summary>
    public int From;

    /// <summary>The word that gave the level away; null where a character was only skipped.</summary>
    public string? Sign;

    public float Certainty;

    /// <summary>Nothing but separators stands between the last piece and this place.</summary>
    public bool Touching;
}

/// <summary>
/// All readings of a text at once: a cell for each place and last level, each keeping only its best (Viterbi's rule), so the work grows with
/// the length of the text and no faster. A reading may begin and end anywhere; levels only go down; what lies between is skipped at a price.
/// </summary>
internal readonly ref struct Lattice(ReadOnlySpan<char> folded, Span<Cell> cells)
{
    private const int Levels = AddressLevels.Count;
    private const float Unreached = float.MinValue, Adjoining = 0.3f, Apart = -0.4f;

    private readonly ReadOnlySpan<char> folded = folded;
    private readonly Span<Cell> cells = cells;

    public static int Cells(int length) => (length + 1) * Levels;

    /// <summary>Makes every place reachable as the beginning of an address. An address fits well where a sentence leaves off.</summary>
    public void Clear(ReadOnlySpan<bool> breaks)
    {
        for (var i = 0; i < cells.Length; i++) cells[i].Score = Unreached;
        for (var place = 0; place <= folded.Length; place++) cells[place * Levels] = new() { Touching = place == 0 || breaks[place - 1] || Designators.IsPreposition(folded[place - 1]) };
    }

    /// <summary>Offers a piece of the text as a level; it is taken where it makes the best reading up to its end.</summary>
    public void Offer(int start, int length, AddressLevel level, float weight, string sign, float certainty, int after = -1, bool touching = false)
    {
        ref var end = ref cells[(start + length) * Levels + (int)level];
        for (var before = 0; before < (int)level; before++)
        {
            ref readonly var cell = ref cells[start * Levels + before];
            if ((after >> before & 1) == 0 || cell.Score == Unreached || touching && !cell.Touching) continue;
            var score = cell.Score + weight + (cell.Touching ? Adjoining : Apart);
            if (score > end.Score) end = new() { Score = score, From = start * Levels + before, Sign = sign, Certainty = certainty, Touching = true };
        }
    }

    /// <summary>Goes over one character without reading it.</summary>
    public void Skip(int place)
    {
        var c = folded[place];
        var separates = c is ' ' or '-' or ',' or '，' or '、' or '(' or ')' or ':' or '·' or '.';
        var price = separates ? 0.05f : c is '。' or '!' or '?' or ';' or '；' or '！' ? 2 : 0.5f;
        for (var level = 1; level < Levels; level++)
        {
            ref readonly var cell = ref cells[place * Levels + level];
            if (cell.Score <= price) continue;
            ref var next = ref cells[(place + 1) * Levels + level];
            if (cell.Score - price > next.Score) next = new() { Score = cell.Score - price, From = place * Levels + level, Touching = cell.Touching && separates };
        }
    }

    /// <summary>The pieces of the best reading, first to last.</summary>
    public List<(int Start, int Length, AddressLevel Level, string Sign, float Certainty)> Best()
    {
        var (best, pieces) = (0, new List<(int, int, AddressLevel, string, float)>(8));
        for (var i = 0; i < cells.Length; i++)
            if (cells[i].Sign is not null && cells[i].Score > Math.Max(cells[best].Score, 0)) best = i;
        for (var i = best; i % Levels != 0; i = cells[i].From)
            if (cells[i] is { Sign: { } sign } cell)
                pieces.Add((cell.From / Levels, i / Levels - cell.From / Levels, (AddressLevel)(i % Levels), sign, cell.Certainty));
        pieces.Reverse();
        return pieces;
    }
}

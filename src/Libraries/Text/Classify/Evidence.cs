namespace Linli.Text;

/// <summary>Finds the pieces of a text, two to four characters long, that spoke most for a label.</summary>
internal static class Evidence
{
    const int Pieces = 3, Longest = 4;

    /// <summary>A piece that begins or ends with one of these reads like a torn-off scrap.</summary>
    const string Particles = "的了是在我和就也都这那与及被把";

    public static IReadOnlyList<string> Find(CaseText text, Func<uint, float> says)
    {
        var found = new List<(float Score, string Piece)>();
        Collect(text.Title ?? "", NgramBag.TitleLimit, NgramBag.TitleWeight, says, found);
        Collect(text.Body ?? "", NgramBag.BodyLimit, 1, says, found);
        return Strongest(found);
    }

    /// <summary>The three strongest pieces that do not repeat each other.</summary>
    public static IReadOnlyList<string> Strongest(List<(float Score, string Piece)> found)
    {
        var chosen = new List<string>();
        foreach (var (score, piece) in found.OrderByDescending(x => x.Score))
        {
            if (score <= 0 || chosen.Count == Pieces) break;
            if (!chosen.Exists(x => Overlap(x, piece))) chosen.Add(piece);
        }
        return chosen;
    }

    static void Collect(string text, int limit, float weight, Func<uint, float> says, List<(float, string)> found)
    {
        using var folded = new FoldedText(text, limit);
        var characters = folded.Characters;
        for (var start = 0; start < characters.Length; start++)
            for (var length = 2; length <= Longest && start + length <= characters.Length; length++)
            {
                var piece = characters.Slice(start, length);
                if (piece[^1] is ' ' || piece[0] is ' ') break;
                if (Particles.Contains(piece[^1]) || Particles.Contains(piece[0])) continue;
                var score = weight * Sum(piece, says) / MathF.Sqrt(length);
                if (score <= 0) continue;
                var (first, last) = (folded.Source(start), folded.Source(start + length - 1));
                found.Add((score, text[first..(last + 1)]));
            }
    }

    /// <summary>What all n-grams inside the piece say together.</summary>
    static float Sum(ReadOnlySpan<char> piece, Func<uint, float> says)
    {
        var sum = 0f;
        for (var start = 0; start < piece.Length; start++)
        {
            var hash = Ngram.Start;
            for (var at = start; at < piece.Length && at < start + Ngram.Longest; at++)
            {
                hash = Ngram.Append(hash, piece[at]);
                sum += says(hash | 1);
            }
        }
        return sum;
    }

    /// <summary>Two pieces that share two characters tell the reader the same.</summary>
    static bool Overlap(string one, string other) => one.Intersect(other).Count() > 1 || one.Contains(other, StringComparison.Ordinal);
}

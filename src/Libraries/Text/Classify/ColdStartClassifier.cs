namespace Linli.Text;

/// <summary>
/// Suggests taxonomy leaves without any history: whose name, keywords and parents' names occur in the text, rare words counting more.
/// Every piece found raises the leaf's probability and never lowers it. Immutable; safe to use from many threads.
/// </summary>
public sealed class ColdStartClassifier : ITextClassifier
{
    /// <summary>The doubt that weak evidence must overcome: as strong as one word of four characters that only one leaf has.</summary>
    const float Doubt = 2;

    /// <summary>What a text is about is said early, and what comes late brings words of many leaves.</summary>
    const int BodyLimit = 600;

    readonly TaxonomyLeaf[] leaves;
    readonly TaxonomyTerms terms;

    /// <param name="leaves">All categories that may be suggested.</param>
    public ColdStartClassifier(IEnumerable<TaxonomyLeaf> leaves)
    {
        this.leaves = [.. leaves];
        terms = new(this.leaves);
    }

    /// <inheritdoc/>
    public IReadOnlyList<Prediction> Classify(CaseText text, int top = 3)
    {
        var scores = new float[leaves.Length];
        Listen(text, (found, _) => { foreach (var (leaf, weight) in found) scores[leaf] += weight; });
        var total = Doubt * Doubt;
        foreach (var score in scores) total += score * score;
        var best = Top.Of(scores, top).Where(x => scores[x] > 0);
        return [.. best.Select(x => new Prediction(leaves[x].Code, scores[x] * scores[x] / total, Why(text, x)))];
    }

    IReadOnlyList<string> Why(CaseText text, int leaf)
    {
        var pieces = new List<(float Weight, string Piece)>();
        Listen(text, (found, piece) =>
        {
            foreach (var (spokenFor, weight) in found)
                if (spokenFor == leaf) pieces.Add((weight, piece()));
        });
        return Evidence.Strongest(pieces);
    }

    void Listen(CaseText text, Heard heard)
    {
        var known = new HashSet<uint>();
        Listen(text.Title ?? "", NgramBag.TitleLimit, known, heard);
        Listen(text.Body ?? "", BodyLimit, known, heard);
    }

    /// <summary>Reports every term of the text once.</summary>
    void Listen(string text, int limit, HashSet<uint> known, Heard heard)
    {
        using var folded = new FoldedText(text, limit);
        var characters = folded.Characters;
        for (var start = 0; start < characters.Length; start++)
            for (var length = 2; length <= TaxonomyTerms.Longest && start + length <= characters.Length; length++)
            {
                var piece = characters.Slice(start, length);
                if (piece[^1] == ' ' || piece[0] == ' ') break;
                var found = terms.Find(piece);
                if (found.IsEmpty && length == 2) break;   // every term begins with a pair that is a term too
                if (found.IsEmpty || !known.Add(Ngram.Of(piece))) continue;
                var (first, last) = (folded.Source(start), folded.Source(start + length - 1));
                heard(found, () => text[first..(last + 1)]);
            }
    }

    delegate void Heard(ReadOnlySpan<(int Leaf, float Weight)> found, Func<string> piece);
}

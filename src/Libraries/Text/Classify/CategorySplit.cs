namespace Linli.Text;

/// <summary>
/// Sets rows aside for an honest test, always the same ones: a row is a candidate by the hash of its own text, and a candidate is dropped
/// when its title or its body nearly equals one of a training row. What the test then holds, training has not seen.
/// </summary>
public static class CategorySplit
{
    /// <summary>Titles or bodies that share this part of their character 3-grams (Jaccard) count as the same.</summary>
    public const double SameFrom = 0.8;

    /// <summary>Merges what belongs together, splits, and drops the near-duplicates.</summary>
    /// <param name="rows">Rows of any files; a title or body that occurs in several is one message.</param>
    /// <param name="percent">How many of a hundred whole messages become candidates. Only messages with title and body do:
    /// of a lone title the body may stand in another row, unlinked, and would give the answer away.</param>
    public static CategoryParts Split(IEnumerable<LabelledText> rows, int percent = 40)
    {
        var merged = MergedMessages.Of(rows);
        var groups = merged.ToLookup(x => x.Text.Title.Length > 0 && x.Text.Body.Length > 0 && Draw(x.Text) < percent);
        var (candidates, train) = (groups[true].ToArray(), groups[false].ToArray());
        var titles = new NearDuplicates(train.Select(x => x.Text.Title), SameFrom);
        var bodies = new NearDuplicates(train.Select(x => x.Text.Body), SameFrom);
        var test = candidates.Where(x => !titles.Knows(x.Text.Title) && !bodies.Knows(x.Text.Body)).ToArray();
        return new(train, test, candidates.Length - test.Length);
    }

    /// <summary>A number from 0 to 99 that only the text decides (FNV-1a with a final mix).</summary>
    static int Draw(CaseText text)
    {
        var hash = 14695981039346656037UL;
        foreach (var c in $"{MergedMessages.Key(text.Title)}\n{MergedMessages.Key(text.Body)}") hash = (hash ^ c) * 1099511628211UL;
        hash = (hash ^ (hash >> 29)) * 0xBF58476D1CE4E5B9UL;
        return (int)((hash ^ (hash >> 32)) % 100);
    }
}

/// <summary>A split.</summary>
/// <param name="Train">Rows to learn from.</param>
/// <param name="Test">Rows to test with.</param>
/// <param name="Dropped">How many candidates nearly equalled a training row and are in neither part.</param>
public sealed record CategoryParts(IReadOnlyList<LabelledText> Train, IReadOnlyList<LabelledText> Test, int Dropped);

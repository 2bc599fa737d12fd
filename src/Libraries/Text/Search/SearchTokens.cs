namespace Linli.Text;

/// <summary>
/// Chinese full-text search without a dictionary, the same on every database: Han runs become single characters and overlapping pairs,
/// other words stay whole. Tokens hold only letters and digits, so they are safe inside FTS5 MATCH and to_tsquery strings.
/// </summary>
public static class SearchTokens
{
    /// <summary>A query longer than this is cut: nobody types it, and it would cost the database dearly.</summary>
    public const int QueryLimit = 100;

    /// <summary>A word longer than this is cut, in texts and queries alike.</summary>
    public const int WordLimit = 40;

    /// <summary>The tokens of a text, in order, with a blank between; what goes into the index (tokenizer unicode61 or configuration 'simple').</summary>
    public static string ForIndex(string text)
    {
        var tokens = new System.Text.StringBuilder(text.Length * 4);
        foreach (var run in SearchRuns.Of(text))
        {
            if (!run.IsHan) Append(run.Text.AsSpan());
            for (var i = 0; run.IsHan && i < run.Text.Length; i++)
            {
                Append(run.Text.AsSpan(i, 1));
                if (i + 1 < run.Text.Length) Append(run.Text.AsSpan(i, 2));
            }
        }
        return tokens.ToString();

        void Append(ReadOnlySpan<char> token)
        {
            if (tokens.Length > 0) tokens.Append(' ');
            tokens.Append(token);
        }
    }

    /// <summary>The tokens that a matching text must all have; empty when the query holds no letter and no digit.</summary>
    public static IReadOnlyList<string> ForQuery(string query)
    {
        var tokens = new List<string>();
        foreach (var run in SearchRuns.Of(query.Length > QueryLimit ? query[..QueryLimit] : query))
        {
            if (!run.IsHan || run.Text.Length == 1) tokens.Add(run.Text);
            else for (var i = 0; i + 1 < run.Text.Length; i++) tokens.Add(run.Text.Substring(i, 2));
        }
        return [.. tokens.Distinct(StringComparer.Ordinal)];
    }
}

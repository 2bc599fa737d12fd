using System.Text;

namespace Linli.Text;

/// <summary>A stretch of Han characters, or one word of other letters and digits, folded.</summary>
internal readonly record struct SearchRun(string Text, bool IsHan);

/// <summary>Cuts a text into runs; everything that is neither letter nor digit only separates.</summary>
internal static class SearchRuns
{
    public static IEnumerable<SearchRun> Of(string text)
    {
        var run = new StringBuilder();
        var han = false;
        foreach (var written in text)
        {
            var c = Folding.Fold(written);
            var isHan = Folding.IsHan(c);
            var ends = !char.IsLetterOrDigit(c) && !isHan || isHan != han;
            if (ends && run.Length > 0)
            {
                yield return Cut(run, han);
                run.Clear();
            }
            han = isHan;
            if (isHan || char.IsLetterOrDigit(c)) run.Append(c);
        }
        if (run.Length > 0) yield return Cut(run, han);
    }

    static SearchRun Cut(StringBuilder run, bool han)
        => new(han ? run.ToString() : run.ToString(0, Math.Min(run.Length, SearchTokens.WordLimit)), han);
}

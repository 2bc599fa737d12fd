namespace Linli.Text;

/// <summary>The places of the highest scores.</summary>
internal static class Top
{
    /// <summary>The places of the <paramref name="count"/> highest scores, highest first; of equals the earlier first.</summary>
    public static int[] Of(ReadOnlySpan<float> scores, int count)
    {
        var best = new int[Math.Clamp(count, 0, scores.Length)];
        var filled = 0;
        for (var i = 0; i < scores.Length && best.Length > 0; i++)
        {
            var at = filled;
            while (at > 0 && scores[best[at - 1]] < scores[i]) at--;
            if (at == best.Length) continue;
            filled = Math.Min(filled + 1, best.Length);
            for (var j = filled - 1; j > at; j--) best[j] = best[j - 1];
            best[at] = i;
        }
        return best;
    }
}

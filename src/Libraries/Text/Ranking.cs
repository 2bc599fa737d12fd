namespace Linli.Text;

/// <summary>How well scores put what is so before what is not.</summary>
internal static class Ranking
{
    /// <summary>The chance that something that is so has a higher score than something that is not (area under the ROC curve); equal scores count half.</summary>
    public static double Auc(IReadOnlyList<double> scores, IReadOnlyList<bool> so)
    {
        var order = Enumerable.Range(0, scores.Count).OrderBy(i => scores[i]).ToArray();
        var (ranks, right) = (0.0, so.Count(x => x));
        for (int from = 0, to; from < order.Length; from = to)
        {
            for (to = from; to < order.Length && scores[order[to]].Equals(scores[order[from]]); to++) { }
            ranks += order[from..to].Count(i => so[i]) * (from + 1 + to) / 2.0;
        }
        return (ranks - right * (right + 1.0) / 2) / ((double)right * (so.Count - right));
    }

    /// <summary>Of the highest scores that hold this part of what is so, the part that is so.</summary>
    public static double PrecisionAt(IReadOnlyList<double> scores, IReadOnlyList<bool> so, double recall)
    {
        var (wanted, right, seen) = (Math.Ceiling(recall * so.Count(x => x)), 0, 0);
        foreach (var i in Enumerable.Range(0, scores.Count).OrderByDescending(i => scores[i]))
        {
            seen++;
            if (so[i] && ++right >= wanted) break;
        }
        return (double)right / seen;
    }
}

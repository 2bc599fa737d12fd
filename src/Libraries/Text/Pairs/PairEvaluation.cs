using System.Diagnostics;
using System.Globalization;

namespace Linli.Text;

/// <summary>How well the scorer tells pairs that mean the same from others. The lines with a colon are stable.</summary>
public static class PairEvaluation
{
    const int Parts = 5;

    /// <summary>Returns the area under the ROC curve.</summary>
    /// <param name="pairs">What is tested.</param>
    /// <param name="train">What is learned from. Null: each fifth of the tested pairs is judged by a scorer that learned from the four others,
    /// where pairs that share a sentence are in the same fifth; rarity too is learned from the four only.</param>
    /// <param name="output">Where the figures go.</param>
    /// <exception cref="FormatException">The pairs to test or to learn from are not of both kinds.</exception>
    public static double Run(IReadOnlyList<LabelledPair> pairs, IReadOnlyList<LabelledPair>? train, TextWriter output)
    {
        foreach (var set in new[] { pairs, train ?? pairs })
            if (set.DistinctBy(x => x.Same).Count() < 2) throw new FormatException("There must be pairs that mean the same and pairs that do not.");
        var (started, so) = (Stopwatch.GetTimestamp(), pairs.Select(x => x.Same).ToArray());
        var scores = train is null ? Crossed(pairs) : Scored(PairScorer.Train(train), pairs);
        var seconds = Stopwatch.GetElapsedTime(started).TotalSeconds;
        var unlearned = PairScorer.Knowing(pairs.SelectMany(x => new[] { x.One, x.Other }).Distinct(StringComparer.Ordinal));
        var auc = Ranking.Auc(scores, so);
        Line(output, $"AUC: {auc:0.000}");
        Line(output, $"before learning: {Ranking.Auc(Scored(unlearned, pairs), so):0.000}");
        Line(output, $"cosine of characters alone: {Ranking.Auc([.. pairs.Select(x => (double)PairBag.Compare(unlearned.Prepare(x.One).Characters, unlearned.Prepare(x.Other).Characters).Cosine)], so):0.000}");
        Line(output, $"pairs: {pairs.Count}");
        Line(output, $"seconds to learn and judge: {seconds:0.0}");
        Line(output, $"microseconds per pair: {Microseconds(train ?? pairs, pairs):0.0}");
        return auc;
    }

    static double[] Crossed(IReadOnlyList<LabelledPair> pairs)
    {
        var (parts, scores) = (LabelledPairs.Parts(pairs, Parts), new double[pairs.Count]);
        for (var part = 0; part < Parts; part++)
        {
            var scorer = PairScorer.Train([.. pairs.Where((_, i) => parts[i] != part)]);
            for (var i = 0; i < pairs.Count; i++)
                if (parts[i] == part) scores[i] = Score(scorer, pairs[i]);
        }
        return scores;
    }

    static double[] Scored(PairScorer scorer, IReadOnlyList<LabelledPair> pairs) => [.. pairs.Select(x => Score(scorer, x))];

    static double Score(PairScorer scorer, LabelledPair pair) => scorer.Score(scorer.Prepare(pair.One), scorer.Prepare(pair.Other));

    /// <summary>To read two texts and score them, on one core.</summary>
    static double Microseconds(IReadOnlyList<LabelledPair> train, IReadOnlyList<LabelledPair> pairs)
    {
        var scorer = PairScorer.Train(train);
        var started = Stopwatch.GetTimestamp();
        Scored(scorer, pairs);
        return Stopwatch.GetElapsedTime(started).TotalMicroseconds / pairs.Count;
    }

    static void Line(TextWriter output, FormattableString line) => output.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}

using Linli.Demo;
using Linli.Geo;
using Linli.Text;

namespace Linli.Cases.Duplicates;

/// <summary><c>eval duplicates</c>: how many of the duplicates planted in a demo district are found, at the price of how many wrong ones.</summary>
internal static class DuplicateEvaluation
{
    private static readonly TimeSpan Window = LikeCases.Window;

    public static void Run(int seed, int count, TextWriter output)
    {
        var stories = DemoDistrict.Create(seed, new DateTimeOffset(2026, 11, 1, 0, 0, 0, TimeSpan.Zero), count).Cases.ToList();
        var scorer = PairScorer.Knowing(stories.Take(3_000).Select(s => s.Title + "\n" + s.Text));
        var texts = stories.ConvertAll(s => scorer.Prepare(s.Title + "\n" + s.Text));
        var facts = stories.ConvertAll(s => new Circumstances(s.GridCode, new LonLat(s.At.Lon, s.At.Lat), s.CategoryCode, s.ReportedAt));
        var (byLeaf, byGrid) = (new Dictionary<(string, string), List<int>>(), new Dictionary<string, List<int>>());
        var best = new List<(double Score, bool Right)>();
        var planted = 0;
        for (var i = 0; i < stories.Count; i++)
        {
            var (story, leaf) = (stories[i], (stories[i].CategoryCode, stories[i].GridCode[..9]));
            var candidates = Newest(byLeaf, leaf).Concat(Newest(byGrid, story.GridCode)).Distinct().Where(c => story.ReportedAt - stories[c].ReportedAt <= Window).ToList();
            if (story.DuplicateGroup is { } group && stories.Take(i).Any(s => s.DuplicateGroup == group && story.ReportedAt - s.ReportedAt <= Window)) planted++;
            if (candidates.Count > 0)
            {
                var (score, match) = candidates.Select(c => (Likeness.Of(scorer.Score(texts[i], texts[c]), facts[i], facts[c]), c)).Max();
                if (story.HotIssue is null || stories[match].HotIssue != story.HotIssue)   // of a hot issue nobody has said which reports are the same
                    best.Add((score, story.DuplicateGroup is { } mine && stories[match].DuplicateGroup == mine));
            }
            Add(byLeaf, leaf, i);
            Add(byGrid, story.GridCode, i);
        }
        Print(best, planted, stories.Count, output);
    }

    private static void Print(List<(double Score, bool Right)> best, int planted, int cases, TextWriter output)
    {
        var (wrong, right, atThreshold, threshold) = (0, 0, 0, 1.0);
        foreach (var (score, isRight) in best.OrderByDescending(b => b.Score))
        {
            if (isRight) right++; else wrong++;
            if (wrong > cases / 1000.0) break;
            (atThreshold, threshold) = (right, score);
        }
        var shown = best.Where(b => b.Score >= Likeness.Shown).ToList();
        output.WriteLine($"cases: {cases}");
        output.WriteLine($"planted duplicates: {planted}");
        output.WriteLine(FormattableString.Invariant($"recall at 1 false merge per 1,000: {(double)atThreshold / planted:0.000}"));
        output.WriteLine(FormattableString.Invariant($"threshold: {threshold:0.000}"));
        output.WriteLine(FormattableString.Invariant($"shown to a clerk from {Likeness.Shown}: recall {(double)shown.Count(s => s.Right) / planted:0.000}, precision {(double)shown.Count(s => s.Right) / Math.Max(1, shown.Count):0.000}"));
    }

    private static IEnumerable<int> Newest<TKey>(Dictionary<TKey, List<int>> lists, TKey key) where TKey : notnull =>
        lists.TryGetValue(key, out var list) ? Enumerable.Reverse(list).Take(LikeCases.MostEach) : [];

    private static void Add<TKey>(Dictionary<TKey, List<int>> lists, TKey key, int value) where TKey : notnull
    {
        if (!lists.TryGetValue(key, out var list)) lists[key] = list = [];
        list.Add(value);
    }
}

using System.Diagnostics;
using System.Globalization;

namespace Linli.Text;

/// <summary>Trains on some cases, tests on others, and prints the figures. The lines with a colon are stable.</summary>
public static class OvertimeEvaluation
{
    static readonly double[] Recalls = [0.25, 0.5, 0.75];

    /// <summary>Returns the area under the ROC curve.</summary>
    /// <exception cref="FormatException">Test or training are not of both kinds.</exception>
    public static double Run(IReadOnlyList<OvertimeCase> train, IReadOnlyList<OvertimeCase> test, TextWriter output)
    {
        if (test.DistinctBy(x => x.Late).Count() < 2) throw new FormatException("The test must hold cases that were late and cases that were not.");
        var started = Stopwatch.GetTimestamp();
        var predictor = OvertimePredictor.Train(train);
        var seconds = Stopwatch.GetElapsedTime(started).TotalSeconds;
        using var saved = new MemoryStream();
        predictor.Save(saved);
        saved.Position = 0;
        predictor = OvertimePredictor.Load(saved);   // what is measured is what is kept
        var trained = Stopwatch.GetTimestamp();
        double[] risks = [.. test.Select(x => predictor.Predict(x.Facts).Probability)];
        var tested = Stopwatch.GetTimestamp();
        bool[] late = [.. test.Select(x => x.Late)];
        var auc = Ranking.Auc(risks, late);
        Line(output, $"AUC: {auc:0.000}");
        foreach (var recall in Recalls) Line(output, $"precision at recall {recall:0.00}: {Ranking.PrecisionAt(risks, late, recall):0.000}");
        Line(output, $"late in the test: {late.Count(x => x)}");
        Line(output, $"test rows: {test.Count}");
        Line(output, $"training rows: {train.Count}");
        Line(output, $"training seconds: {seconds:0.0}");
        Line(output, $"model megabytes: {saved.Length / 1e6:0.0}");
        Line(output, $"microseconds per case: {Stopwatch.GetElapsedTime(trained, tested).TotalMicroseconds / test.Count:0.0}");
        return auc;
    }

    /// <summary>The area under the ROC curve of a predictor on some cases; null where they are not of both kinds.</summary>
    public static double? Auc(OvertimePredictor predictor, IReadOnlyList<OvertimeCase> test) =>
        test.DistinctBy(x => x.Late).Count() < 2 ? null : Ranking.Auc([.. test.Select(x => predictor.Predict(x.Facts).Probability)], [.. test.Select(x => x.Late)]);

    static void Line(TextWriter output, FormattableString line) => output.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}

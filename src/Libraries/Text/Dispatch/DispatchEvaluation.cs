using System.Diagnostics;
using System.Globalization;

namespace Linli.Text;

/// <summary>Trains on some cases, tests on others, and prints the figures. The lines with a colon are stable.</summary>
public static class DispatchEvaluation
{
    /// <summary>Returns the shares of cases whose unit was suggested first, and among the first three.</summary>
    /// <exception cref="FormatException">The test is empty.</exception>
    public static (double Top1, double Top3) Run(IReadOnlyList<DispatchedCase> train, IReadOnlyList<DispatchedCase> test, TextWriter output)
    {
        if (test.Count == 0) throw new FormatException("The test has no rows.");
        var started = Stopwatch.GetTimestamp();
        var predictor = DispatchPredictor.Train(train);
        var seconds = Stopwatch.GetElapsedTime(started).TotalSeconds;
        using var saved = new MemoryStream();
        predictor.Save(saved);
        saved.Position = 0;
        predictor = DispatchPredictor.Load(saved);   // what is measured is what is kept
        var trained = Stopwatch.GetTimestamp();
        var ranks = test.Select(x => predictor.Predict(x.Facts).ToList().FindIndex(y => y.Unit == x.Unit)).ToArray();
        var tested = Stopwatch.GetTimestamp();
        var (top1, top3) = ((double)ranks.Count(x => x == 0) / test.Count, (double)ranks.Count(x => x >= 0) / test.Count);
        Line(output, $"top-1: {top1:0.000}");
        Line(output, $"top-3: {top3:0.000}");
        Line(output, $"training rows: {train.Count}");
        Line(output, $"test rows: {test.Count}");
        Line(output, $"training seconds: {seconds:0.0}");
        Line(output, $"model megabytes: {saved.Length / 1e6:0.0}");
        Line(output, $"microseconds per case: {Stopwatch.GetElapsedTime(trained, tested).TotalMicroseconds / test.Count:0.0}");
        return (top1, top3);
    }

    static void Line(TextWriter output, FormattableString line) => output.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}

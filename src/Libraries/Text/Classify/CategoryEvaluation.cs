using System.Diagnostics;
using System.Globalization;

namespace Linli.Text;

/// <summary>Trains on one set of rows, tests on another, and prints the figures. The lines with a colon are stable.</summary>
public static class CategoryEvaluation
{
    const int Passes = 20;

    /// <summary>Trains and tests.</summary>
    /// <exception cref="FormatException">A set is empty or cannot be trained on.</exception>
    public static Confusion Run(IReadOnlyList<LabelledText> train, IReadOnlyList<LabelledText> test, TextWriter output)
    {
        if (test.Count == 0) throw new FormatException("The test has no rows.");
        var started = Stopwatch.GetTimestamp();
        var classifier = TextClassifier.Train(train);
        var seconds = Stopwatch.GetElapsedTime(started).TotalSeconds;
        using var saved = new MemoryStream();
        classifier.Save(saved);
        saved.Position = 0;
        classifier = TextClassifier.Load(saved);   // what is measured is what is kept
        var confusion = Test(classifier, test);
        Print(output, confusion);
        Line(output, $"training rows: {train.Count}");
        Line(output, $"test rows: {test.Count}");
        Line(output, $"training seconds: {seconds:0.0}");
        Line(output, $"model megabytes: {saved.Length / 1e6:0.0}");
        Line(output, $"microseconds per message: {Microseconds(classifier, test):0.0}");
        return confusion;
    }

    static Confusion Test(TextClassifier classifier, IReadOnlyList<LabelledText> test)
    {
        var labels = classifier.Labels.Union(test.Select(x => x.Label)).ToArray();
        var numbers = labels.Index().ToDictionary(x => x.Item, x => x.Index, StringComparer.Ordinal);
        var confusion = new Confusion(labels);
        foreach (var (text, label) in test) confusion.Add(numbers[label], numbers[classifier.Label(text)]);
        return confusion;
    }

    /// <summary>The fastest of several passes on one core: what else runs on the machine must not count.</summary>
    static double Microseconds(TextClassifier classifier, IReadOnlyList<LabelledText> test)
        => Enumerable.Range(0, Passes).Min(_ =>
        {
            var started = Stopwatch.GetTimestamp();
            foreach (var row in test) classifier.Label(row.Text);
            return Stopwatch.GetElapsedTime(started).TotalMicroseconds;
        }) / test.Count;

    static void Print(TextWriter output, Confusion confusion)
    {
        Line(output, $"accuracy: {confusion.Accuracy:0.000}");
        Line(output, $"macro-F1: {confusion.MacroF1:0.000}");
        output.WriteLine();
        output.WriteLine("precision recall F1    support label");
        for (var label = 0; label < confusion.Labels.Count; label++)
            Line(output, $"{confusion.Precision(label):0.000}     {confusion.Recall(label):0.000}  {confusion.F1(label):0.000} {confusion.Support(label),7} {confusion.Labels[label]}");
        output.WriteLine();
        output.WriteLine("confusion (right label, then how often it was given which):");
        for (var right = 0; right < confusion.Labels.Count; right++)
            output.WriteLine($"{confusion.Labels[right]}: {string.Join(", ", Given(confusion, right))}");
        output.WriteLine();
    }

    static IEnumerable<string> Given(Confusion confusion, int right) => confusion.Labels.Index()
        .Where(x => confusion[right, x.Index] > 0)
        .OrderByDescending(x => confusion[right, x.Index])
        .Select(x => string.Create(CultureInfo.InvariantCulture, $"{x.Item} {confusion[right, x.Index]}"));

    static void Line(TextWriter output, FormattableString line) => output.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}

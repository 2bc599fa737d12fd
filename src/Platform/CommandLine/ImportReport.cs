namespace Linli.Platform.CommandLine;

/// <summary>What an import did, line by line where something was refused.</summary>
/// <param name="output">Where progress goes.</param>
/// <param name="expected">How many lines there are; 0 where that is not known, then every ten thousandth is shown.</param>
public sealed class ImportReport(TextWriter output, int expected = 0)
{
    private const int ProgressEvery = 10_000;

    private readonly ProgressBar? bar = expected > 0 ? new(output, expected) : null;
    private readonly int[] counts = new int[Enum.GetValues<ImportOutcome>().Length];
    private readonly List<ImportRefusal> refused = [];

    /// <summary>What was not taken, in the order it was met.</summary>
    public IReadOnlyList<ImportRefusal> Refused => refused;

    /// <summary>How many ended in an outcome.</summary>
    public int this[ImportOutcome outcome] => counts[(int)outcome];

    /// <summary>Counts one line that was read well.</summary>
    public void Count(ImportOutcome outcome)
    {
        counts[(int)outcome]++;
        ShowProgress();
    }

    /// <summary>Notes one line that was not taken.</summary>
    /// <param name="place">Where it stands in the file, e.g. <c>line 12</c>.</param>
    /// <param name="reason">What is wrong, so that somebody can mend it.</param>
    public void Refuse(string place, string reason)
    {
        refused.Add(new(place, reason));
        ShowProgress();
    }

    /// <summary>Takes over what a part of the import did.</summary>
    public void Add(ImportReport part)
    {
        for (var i = 0; i < counts.Length; i++) counts[i] += part.counts[i];
        refused.AddRange(part.refused);
    }

    /// <summary>The counts in one line.</summary>
    public override string ToString() =>
        string.Join(", ", Enum.GetValues<ImportOutcome>().Select(outcome => $"{outcome.ToString().ToLowerInvariant()} {this[outcome]}").Append($"refused {refused.Count}"));

    private void ShowProgress()
    {
        var read = counts.Sum() + refused.Count;
        if (bar is not null) bar.Show(read);
        else if (read % ProgressEvery == 0) output.WriteLine($"{read} read");
    }
}

/// <summary>What became of a line.</summary>
public enum ImportOutcome
{
    /// <summary>It was new.</summary>
    Taken,

    /// <summary>It was there and differed.</summary>
    Changed,

    /// <summary>It was there as it is.</summary>
    Unchanged,
}

/// <summary>A line that was not taken.</summary>
/// <param name="Place">Where it stands in the file.</param>
/// <param name="Reason">What is wrong with it.</param>
public sealed record ImportRefusal(string Place, string Reason);

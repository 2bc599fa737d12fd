namespace Linli.Text;

/// <summary>How often each right label (row) was given each label (column), and what follows from it.</summary>
public sealed class Confusion
{
    readonly int[,] counts;

    /// <param name="labels">All labels, right or given.</param>
    public Confusion(IReadOnlyList<string> labels) => (Labels, counts) = (labels, new int[labels.Count, labels.Count]);

    /// <summary>The labels in the order of rows and columns.</summary>
    public IReadOnlyList<string> Labels { get; }

    /// <summary>How often <paramref name="right"/> was called <paramref name="given"/>.</summary>
    public int this[int right, int given] => counts[right, given];

    /// <summary>Counts one answer.</summary>
    public void Add(int right, int given) => counts[right, given]++;

    /// <summary>The share of right answers.</summary>
    public double Accuracy => Share(Enumerable.Range(0, Labels.Count).Sum(x => counts[x, x]), Enumerable.Range(0, Labels.Count).Sum(Support));

    /// <summary>The mean F1 over the labels that occur in the test.</summary>
    public double MacroF1 => Enumerable.Range(0, Labels.Count).Where(x => Support(x) > 0).Select(F1).DefaultIfEmpty().Average();

    /// <summary>How many rows have this label.</summary>
    public int Support(int label) => Enumerable.Range(0, Labels.Count).Sum(x => counts[label, x]);

    /// <summary>Of the rows called so, the share that are so.</summary>
    public double Precision(int label) => Share(counts[label, label], Enumerable.Range(0, Labels.Count).Sum(x => counts[x, label]));

    /// <summary>Of the rows that are so, the share that were called so.</summary>
    public double Recall(int label) => Share(counts[label, label], Support(label));

    /// <summary>The harmonic mean of precision and recall.</summary>
    public double F1(int label) => Share(2 * Precision(label) * Recall(label), Precision(label) + Recall(label));

    static double Share(double part, double whole) => whole == 0 ? 0 : part / whole;
}

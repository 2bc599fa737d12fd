namespace Linli.Ui;

/// <summary>A row of figures in a <see cref="Chart"/>.</summary>
/// <param name="Name">What they count.</param>
/// <param name="Values">One per label.</param>
public sealed record Series(string Name, IReadOnlyList<double> Values);

/// <summary>How a <see cref="Chart"/> draws.</summary>
public enum ChartKind
{
    /// <summary>To compare.</summary>
    Bar,

    /// <summary>To see a course.</summary>
    Line,
}

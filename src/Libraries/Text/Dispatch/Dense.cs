using System.Numerics;

namespace Linli.Text;

/// <summary>Rows of numbers, worked on by whole vectors.</summary>
internal static class Dense
{
    /// <summary>So many rows of so many zeros.</summary>
    public static float[][] Rows(int count, int width)
    {
        var rows = new float[count][];
        for (var i = 0; i < count; i++) rows[i] = new float[width];
        return rows;
    }

    /// <summary>Adds a multiple of a row.</summary>
    public static void Add(Span<float> sums, ReadOnlySpan<float> row, float times)
    {
        var at = 0;
        for (; at + Vector<float>.Count <= row.Length; at += Vector<float>.Count)
            (new Vector<float>(sums[at..]) + new Vector<float>(row[at..]) * times).CopyTo(sums[at..]);
        for (; at < row.Length; at++) sums[at] += times * row[at];
    }

    /// <summary>The sum of the products.</summary>
    public static float Dot(ReadOnlySpan<float> one, ReadOnlySpan<float> other)
    {
        var sums = Vector<float>.Zero;
        var at = 0;
        for (; at + Vector<float>.Count <= one.Length; at += Vector<float>.Count) sums += new Vector<float>(one[at..]) * new Vector<float>(other[at..]);
        var sum = Vector.Sum(sums);
        for (; at < one.Length; at++) sum += one[at] * other[at];
        return sum;
    }

    /// <summary>
    /// A step of AdaGrad (Duchi et al. 2011) down the slope <paramref name="times"/> · <paramref name="error"/> + <paramref name="decay"/> · weight:
    /// the steeper a weight's way has been, the shorter its steps.
    /// </summary>
    /// <param name="weights">What is learned.</param>
    /// <param name="steepness">The sum of each weight's squared slopes so far.</param>
    /// <param name="error">How far each answer is off.</param>
    /// <param name="times">How strongly the input spoke.</param>
    /// <param name="step">The step at first.</param>
    /// <param name="floor">Added to the steepness, so that the first steps are not too long.</param>
    /// <param name="decay">Draws the weights to nought.</param>
    public static void Descend(Span<float> weights, Span<float> steepness, ReadOnlySpan<float> error, float times, float step, float floor, float decay)
    {
        var at = 0;
        for (; at + Vector<float>.Count <= weights.Length; at += Vector<float>.Count)
        {
            var weight = new Vector<float>(weights[at..]);
            var slope = new Vector<float>(error[at..]) * times + weight * decay;
            var steep = new Vector<float>(steepness[at..]) + slope * slope;
            steep.CopyTo(steepness[at..]);
            (weight - slope * step / Vector.SquareRoot(steep + new Vector<float>(floor))).CopyTo(weights[at..]);
        }
        for (; at < weights.Length; at++)
        {
            var slope = error[at] * times + weights[at] * decay;
            steepness[at] += slope * slope;
            weights[at] -= slope * step / MathF.Sqrt(steepness[at] + floor);
        }
    }
}

using System.Numerics;
using System.Runtime.Intrinsics;

namespace Linli.Text;

/// <summary>One weight for each feature and label, features in rows so that one feature's weights lie in one cache line; the last row is the bias.</summary>
internal sealed class LinearModel
{
    readonly float[] weights;
    readonly int stride;

    public LinearModel(int features, int labels)
    {
        Labels = labels;
        stride = StrideFor(labels);
        weights = new float[(features + 1) * stride];
    }

    public int Labels { get; }

    public int Bias => weights.Length / stride - 1;

    public ref float this[int feature, int label] => ref weights[feature * stride + label];

    /// <summary>Labels in a row, rounded up to whole vectors.</summary>
    public static int StrideFor(int labels) => (labels + 7) / 8 * 8;

    /// <summary>Adds bias and weighted features into <paramref name="scores"/>, which has room for a whole stride.</summary>
    public void Score(ReadOnlySpan<int> features, ReadOnlySpan<float> values, Span<float> scores)
    {
        weights.AsSpan(Bias * stride, stride).CopyTo(scores);
        if (stride == 8 && Vector256.IsHardwareAccelerated)
        {
            ScoreEight(features, values, scores);
            return;
        }
        for (var i = 0; i < features.Length; i++)
        {
            var row = weights.AsSpan(features[i] * stride, stride);
            for (var at = 0; at + Vector<float>.Count <= stride; at += Vector<float>.Count)
                (new Vector<float>(scores[at..]) + new Vector<float>(row[at..]) * values[i]).CopyTo(scores[at..]);
        }
    }

    /// <summary>Up to eight labels, the usual top level of a taxonomy: the sums stay in one register.</summary>
    void ScoreEight(ReadOnlySpan<int> features, ReadOnlySpan<float> values, Span<float> scores)
    {
        var sums = Vector256.Create<float>(scores);
        for (var i = 0; i < features.Length; i++)
            sums += Vector256.Create<float>(weights.AsSpan(features[i] * 8, 8)) * values[i];
        sums.CopyTo(scores);
    }
}

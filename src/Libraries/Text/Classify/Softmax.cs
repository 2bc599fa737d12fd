namespace Linli.Text;

/// <summary>Turns scores into probabilities, and finds the sharpness at which these tell the truth.</summary>
internal static class Softmax
{
    /// <summary>Replaces scores by probabilities that add up to one.</summary>
    public static void Apply(Span<float> scores, float sharpness)
    {
        var highest = float.NegativeInfinity;
        foreach (var score in scores) highest = Math.Max(highest, score);
        var sum = 0f;
        foreach (ref var score in scores) sum += score = MathF.Exp((score - highest) * sharpness);
        foreach (ref var score in scores) score /= sum;
    }

    /// <summary>The sharpness under which texts that the model has not seen are least surprising (temperature scaling, Guo et al. 2017).</summary>
    /// <param name="unseen">Scores of texts that were left out of training.</param>
    /// <param name="labels">Their right labels.</param>
    public static float Calibrate(float[][] unseen, int[] labels)
    {
        if (unseen.Length == 0) return 1;
        var (low, high) = (-3.0, 4.0);
        for (var step = 0; step < 40; step++)
        {
            var (left, right) = (low + (high - low) / 3, high - (high - low) / 3);
            if (Surprise(unseen, labels, MathF.Exp((float)left)) < Surprise(unseen, labels, MathF.Exp((float)right))) high = right;
            else low = left;
        }
        return MathF.Exp((float)(low + high) / 2);
    }

    static double Surprise(float[][] unseen, int[] labels, float sharpness)
    {
        var sum = 0.0;
        for (var i = 0; i < unseen.Length; i++)
        {
            var scores = unseen[i].AsSpan().ToArray();
            Apply(scores, sharpness);
            sum -= Math.Log(scores[labels[i]] + 1e-12);
        }
        return sum;
    }
}

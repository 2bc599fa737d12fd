namespace Linli.Text;

/// <summary>
/// Multinomial logistic regression over the signs of a case, trained by AdaGrad with a falling step
/// (Duchi et al. 2011); deterministic.
/// </summary>
internal sealed class DispatchLogistic
{
    const int Rounds = 30;
    const float FirstStep = 0.1f, Floor = 1e-2f;

    readonly DispatchSigns signs = new();
    readonly float[][] weights;
    readonly int units;

    public DispatchLogistic(IReadOnlyList<(DispatchFacts Facts, int Unit)> cases, int units)
    {
        this.units = units;
        var rows = cases.Select(x => signs.Learn(x.Facts)).ToArray();
        weights = Rows(signs.Count);
        var steepness = Rows(signs.Count);
        var order = Enumerable.Range(0, rows.Length).ToArray();
        var random = new Random(1);
        var error = new float[units];
        for (var round = 0; round < Rounds; round++)
        {
            random.Shuffle(order);
            var step = FirstStep * (Rounds - round) / Rounds;
            foreach (var i in order)
            {
                Probabilities(rows[i], error);
                error[cases[i].Unit] -= 1;
                foreach (var sign in rows[i]) Descend(weights[sign], steepness[sign], error, step);
            }
        }
    }

    /// <summary>The probability of every unit.</summary>
    public float[] Probabilities(DispatchFacts facts)
    {
        var probabilities = new float[units];
        Probabilities(signs.Known(facts), probabilities);
        return probabilities;
    }

    void Probabilities(int[] known, Span<float> probabilities)
    {
        probabilities.Clear();
        foreach (var sign in known) Add(probabilities, weights[sign]);
        Softmax.Apply(probabilities, 1);
    }

    static void Add(Span<float> sums, float[] row)
    {
        for (var unit = 0; unit < row.Length; unit++) sums[unit] += row[unit];
    }

    static void Descend(float[] weights, float[] steepness, float[] error, float step)
    {
        for (var unit = 0; unit < weights.Length; unit++)
        {
            steepness[unit] += error[unit] * error[unit];
            weights[unit] -= step * error[unit] / MathF.Sqrt(steepness[unit] + Floor);
        }
    }

    float[][] Rows(int count)
    {
        var rows = new float[count][];
        for (var i = 0; i < count; i++) rows[i] = new float[units];
        return rows;
    }
}

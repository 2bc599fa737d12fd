namespace Linli.Text;

/// <summary>
/// Multinomial logistic regression over the signs of a case and over what history says of it, trained by AdaGrad with a falling step
/// (Duchi et al. 2011); deterministic. In training history speaks of every case as if that case had not been.
/// </summary>
internal sealed class DispatchRegression(DispatchSigns signs, float[][] weights, float[] trust, int units)
{
    const int Rounds = 20;
    const float FirstStep = 0.1f, FirstTrust = 0.4f, Floor = 1e-2f, Decay = 0.005f;

    public DispatchSigns Signs => signs;

    /// <summary>One row for each sign, one weight for each unit.</summary>
    public float[][] Weights => weights;

    /// <summary>How much each of <see cref="DispatchChain.All"/> counts.</summary>
    public float[] Trust => trust;

    public static DispatchRegression Train(IReadOnlyList<(DispatchFacts Facts, int Unit)> cases, DispatchHistory history, int units)
    {
        var signs = new DispatchSigns();
        var rows = cases.Select(x => signs.Learn(x.Facts)).ToArray();
        var told = cases.Select((x, i) => DispatchChain.All.Select(chain => history.Says(x.Facts, chain, except: i)).ToArray()).ToArray();
        var trained = new DispatchRegression(signs, Rows(signs.Count, units), [.. DispatchChain.All.Select(_ => FirstTrust)], units);
        var (steepness, trustSteepness) = (Rows(signs.Count, units), new float[DispatchChain.All.Length]);
        var order = Enumerable.Range(0, rows.Length).ToArray();
        var random = new Random(1);
        for (var round = 0; round < Rounds; round++)
        {
            random.Shuffle(order);
            var step = FirstStep * (Rounds - round) / Rounds;
            foreach (var i in order)
            {
                var error = trained.Probabilities(rows[i], told[i]);
                error[cases[i].Unit] -= 1;
                for (var chain = 0; chain < told[i].Length; chain++)
                    Descend(ref trained.Trust[chain], ref trustSteepness[chain], Dot(error, told[i][chain]), step);
                foreach (var sign in rows[i])
                    for (var unit = 0; unit < units; unit++)
                        Descend(ref trained.Weights[sign][unit], ref steepness[sign][unit], error[unit] + Decay * trained.Weights[sign][unit], step);
            }
        }
        return trained;
    }

    /// <summary>The probability of every unit.</summary>
    public float[] Probabilities(DispatchFacts facts, DispatchHistory history)
        => Probabilities(signs.Known(facts), [.. DispatchChain.All.Select(chain => history.Says(facts, chain))]);

    float[] Probabilities(int[] known, float[][] told)
    {
        var probabilities = new float[units];
        foreach (var sign in known) Add(probabilities, weights[sign], 1);
        for (var chain = 0; chain < told.Length; chain++) Add(probabilities, told[chain], trust[chain]);
        Softmax.Apply(probabilities, 1);
        return probabilities;
    }

    static void Add(Span<float> sums, float[] row, float times)
    {
        for (var unit = 0; unit < row.Length; unit++) sums[unit] += times * row[unit];
    }

    static float Dot(float[] one, float[] other)
    {
        var sum = 0f;
        for (var unit = 0; unit < one.Length; unit++) sum += one[unit] * other[unit];
        return sum;
    }

    static void Descend(ref float weight, ref float steepness, float slope, float step)
    {
        steepness += slope * slope;
        weight -= step * slope / MathF.Sqrt(steepness + Floor);
    }

    static float[][] Rows(int count, int units)
    {
        var rows = new float[count][];
        for (var i = 0; i < count; i++) rows[i] = new float[units];
        return rows;
    }
}

namespace Linli.Text;

/// <summary>
/// Multinomial logistic regression over the signs of a case and over what history says of it, trained by AdaGrad with a falling step;
/// deterministic. In training history speaks of every case as if that case had not been.
/// </summary>
internal sealed class DispatchRegression(DispatchSigns signs, float[][] weights, float[] trust, int units)
{
    const int Rounds = 40;
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
        var trained = new DispatchRegression(signs, Dense.Rows(signs.Count, units), [.. DispatchChain.All.Select(_ => FirstTrust)], units);
        var (steepness, trustSteepness) = (Dense.Rows(signs.Count, units), new float[DispatchChain.All.Length]);
        var order = Enumerable.Range(0, rows.Length).ToArray();
        var random = new Random(1);
        for (var round = 0; round < Rounds; round++)
        {
            random.Shuffle(order);
            var step = FirstStep * (Rounds - round) / Rounds;
            foreach (var i in order)
            {
                var error = trained.Scores(rows[i], told[i]);
                Softmax.Apply(error, 1);
                error[cases[i].Unit] -= 1;
                for (var chain = 0; chain < told[i].Length; chain++)
                    Dense.Descend(trained.Trust.AsSpan(chain, 1), trustSteepness.AsSpan(chain, 1), [Dense.Dot(error, told[i][chain])], 1, step, Floor, decay: 0);
                foreach (var sign in rows[i]) Dense.Descend(trained.Weights[sign], steepness[sign], error, 1, step, Floor, Decay);
            }
        }
        return trained;
    }

    /// <summary>For every unit the logarithm of its probability, but for a constant.</summary>
    public float[] Scores(int[] known, DispatchFacts facts, DispatchHistory history)
        => Scores(known, [.. DispatchChain.All.Select(chain => history.Says(facts, chain))]);

    float[] Scores(int[] known, float[][] told)
    {
        var scores = new float[units];
        foreach (var sign in known) Dense.Add(scores, weights[sign], 1);
        for (var chain = 0; chain < told.Length; chain++) Dense.Add(scores, told[chain], trust[chain]);
        return scores;
    }
}

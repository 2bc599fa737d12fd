namespace Linli.Text;

/// <summary>
/// A network with one hidden layer over the signs of a case: the signs' rows are added up, what is negative is cut off, and what is left
/// votes for the units. It finds by itself which facts speak only together, and errs elsewhere than <see cref="DispatchRegression"/>.
/// Trained by AdaGrad with a falling step; signs and hidden places are left out at random meanwhile (dropout, Srivastava et al. 2014); deterministic.
/// </summary>
/// <param name="inward">One row for each sign, one weight for each hidden place.</param>
/// <param name="outward">One row for each hidden place and a last one that always speaks, one weight for each unit.</param>
internal sealed class DispatchNetwork(float[][] inward, float[][] outward)
{
    public const int Places = 64;

    /// <summary>How many are asked: each begins elsewhere by chance, and their mean errs less than one.</summary>
    public const int Committee = 4;

    const int Rounds = 30;
    const float FirstStep = 0.05f, Floor = 1e-3f, Decay = 1e-4f, SignsLeftOut = 0.1f, PlacesLeftOut = 0.3f;

    public float[][] Inward => inward;

    public float[][] Outward => outward;

    public static DispatchNetwork Train(IReadOnlyList<(DispatchFacts Facts, int Unit)> cases, DispatchSigns signs, int units, int seed)
    {
        var random = new Random(seed);
        var network = new DispatchNetwork(Dense.Rows(signs.Count, Places), Dense.Rows(Places + 1, units));
        foreach (var row in network.Inward) Fill(row, 0.3f);
        foreach (var row in network.Outward[..Places]) Fill(row, 0.5f / MathF.Sqrt(Places));
        var (inSteepness, outSteepness) = (Dense.Rows(signs.Count, Places), Dense.Rows(Places + 1, units));
        var rows = cases.Select(x => signs.Known(x.Facts)).ToArray();
        var order = Enumerable.Range(0, rows.Length).ToArray();
        for (var round = 0; round < Rounds; round++)
        {
            random.Shuffle(order);
            foreach (var i in order) Learn(rows[i], cases[i].Unit, FirstStep * (Rounds - round) / Rounds);
        }
        return network;

        void Fill(float[] row, float width)
        {
            foreach (ref var weight in row.AsSpan()) weight = (random.NextSingle() + random.NextSingle() + random.NextSingle() - 1.5f) * 2 * width;
        }

        void Learn(int[] known, int unit, float step)
        {
            int[] heard = [.. known.Where(_ => random.NextSingle() >= SignsLeftOut)];
            var hidden = network.Hidden(heard, 1 / (1 - SignsLeftOut));
            for (var place = 0; place < Places; place++)
                hidden[place] = random.NextSingle() < PlacesLeftOut ? 0 : hidden[place] / (1 - PlacesLeftOut);
            var error = network.Scores(hidden);
            Softmax.Apply(error, 1);
            error[unit] -= 1;
            var blame = new float[Places];
            for (var place = 0; place <= Places; place++)
            {
                if (hidden[place] == 0) continue;
                if (place < Places) blame[place] = Dense.Dot(error, network.Outward[place]) / (1 - PlacesLeftOut);
                Dense.Descend(network.Outward[place], outSteepness[place], error, hidden[place], step, Floor, Decay);
            }
            foreach (var sign in heard) Dense.Descend(network.Inward[sign], inSteepness[sign], blame, 1, step, Floor, Decay);
        }
    }

    /// <summary>For every unit the logarithm of its probability, but for a constant.</summary>
    public float[] Scores(int[] known) => Scores(Hidden(known, 1));

    float[] Scores(float[] hidden)
    {
        var scores = new float[outward[0].Length];
        for (var place = 0; place <= Places; place++)
            if (hidden[place] != 0) Dense.Add(scores, outward[place], hidden[place]);
        return scores;
    }

    /// <summary>What the hidden places hold; the one behind them is always 1.</summary>
    float[] Hidden(int[] known, float times)
    {
        var hidden = new float[Places + 1];
        foreach (var sign in known) Dense.Add(hidden, inward[sign], times);
        foreach (ref var place in hidden.AsSpan()) place = Math.Max(place, 0);
        hidden[Places] = 1;
        return hidden;
    }
}

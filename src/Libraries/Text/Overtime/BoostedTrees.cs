namespace Linli.Text;

/// <summary>
/// Small decision trees, each mending what those before it got wrong (gradient boosting of the logistic loss with second-order steps, Friedman 2001,
/// Chen and Guestrin 2016). Values are sorted into at most 64 bins, so a tree costs one pass over the rows for each level. Deterministic.
/// </summary>
/// <param name="start">The score of everything before the first tree: the logarithm of the odds.</param>
/// <param name="trees">Trees of the same depth, each a full binary heap of splits.</param>
internal sealed class BoostedTrees(float start, BoostedTree[] trees)
{
    const int Bins = 64, Count = 300, Depth = 4;

    /// <summary>How far each tree goes towards what it finds, what draws the leaves to nought, and the least weight of a leaf: a row that is half and half weighs a quarter.</summary>
    const float Step = 0.04f, Pull = 2, Least = 1;

    /// <summary>The parts of the rows and of the columns that each tree hears: so they err less alike.</summary>
    const float RowsHeard = 0.7f, ColumnsHeard = 0.25f;

    public float Start => start;

    public IReadOnlyList<BoostedTree> Trees => trees;

    public static BoostedTrees Train(float[][] rows, bool[] so, int seed)
    {
        var width = rows[0].Length;
        var edges = Enumerable.Range(0, width).Select(x => Edges([.. rows.Select(row => row[x])])).ToArray();
        var binned = rows.Select(row => row.Select((value, x) => (byte)Bin(edges[x], value)).ToArray()).ToArray();
        var share = Math.Clamp((float)so.Count(x => x) / so.Length, 0.001f, 0.999f);
        var start = MathF.Log(share / (1 - share));
        var (scores, slopes, bends) = (new float[rows.Length], new float[rows.Length], new float[rows.Length]);
        Array.Fill(scores, start);
        var (random, trees) = (new Random(seed), new BoostedTree[Count]);
        for (var number = 0; number < trees.Length; number++)
        {
            for (var i = 0; i < rows.Length; i++)
            {
                var likely = 1 / (1 + MathF.Exp(-scores[i]));
                var heard = random.NextSingle() < RowsHeard;
                (slopes[i], bends[i]) = heard ? (likely - (so[i] ? 1 : 0), likely * (1 - likely)) : (0, 0);
            }
            var columns = Enumerable.Range(0, width).Where(_ => random.NextSingle() < ColumnsHeard).ToArray();
            trees[number] = Grow(binned, edges, slopes, bends, columns);
            for (var i = 0; i < rows.Length; i++) scores[i] += trees[number].Says(rows[i]);
        }
        return new(start, trees);
    }

    /// <summary>The chance that it is so.</summary>
    public float Likely(float[] row)
    {
        var sum = start;
        foreach (var tree in trees) sum += tree.Says(row);
        return 1 / (1 + MathF.Exp(-sum));
    }

    /// <summary>What each column contributed to the score: at each split the step from the mean of the node to that of the branch taken (Saabas 2014).</summary>
    public float[] Contributions(float[] row)
    {
        var sums = new float[row.Length];
        foreach (var tree in trees) tree.Contribute(row, sums);
        return sums;
    }

    static BoostedTree Grow(byte[][] binned, float[][] edges, float[] slopes, float[] bends, int[] columns)
    {
        var tree = new BoostedTree(Depth);
        var (node, first) = (new int[binned.Length], 0);
        for (var level = 0; ; level++)
        {
            var nodes = 1 << level;
            var sums = new (float Slope, float Bend)[nodes];
            for (var i = 0; i < binned.Length; i++)
            {
                ref var sum = ref sums[node[i]];
                sum = (sum.Slope + slopes[i], sum.Bend + bends[i]);
            }
            for (var n = 0; n < nodes; n++) tree.Means[first + n] = -Step * sums[n].Slope / (sums[n].Bend + Pull);
            if (level == Depth) return tree;
            var best = new (float Gain, int Column, int Bin)[nodes];
            foreach (var column in columns) Split(column);
            for (var n = 0; n < nodes; n++)
                (tree.Columns[first + n], tree.Limits[first + n]) = best[n].Gain > 0 ? (best[n].Column, edges[best[n].Column][best[n].Bin]) : (0, float.PositiveInfinity);
            for (var i = 0; i < binned.Length; i++)
            {
                var (gain, column, bin) = best[node[i]];
                node[i] = 2 * node[i] + (gain > 0 && binned[i][column] > bin ? 1 : 0);
            }
            first += nodes;

            void Split(int column)
            {
                var bins = new (float Slope, float Bend)[nodes * Bins];
                for (var i = 0; i < binned.Length; i++)
                {
                    ref var bin = ref bins[node[i] * Bins + binned[i][column]];
                    bin = (bin.Slope + slopes[i], bin.Bend + bends[i]);
                }
                for (var n = 0; n < nodes; n++)
                {
                    var (left, leftBend) = (0f, 0f);
                    for (var bin = 0; bin < edges[column].Length; bin++)
                    {
                        left += bins[n * Bins + bin].Slope;
                        leftBend += bins[n * Bins + bin].Bend;
                        var (right, rightBend) = (sums[n].Slope - left, sums[n].Bend - leftBend);
                        if (leftBend < Least || rightBend < Least) continue;
                        var gain = left * left / (leftBend + Pull) + right * right / (rightBend + Pull) - sums[n].Slope * sums[n].Slope / (sums[n].Bend + Pull);
                        if (gain > best[n].Gain) best[n] = (gain, column, bin);
                    }
                }
            }
        }
    }

    /// <summary>Limits between bins that hold about as many rows each.</summary>
    static float[] Edges(float[] values)
    {
        Array.Sort(values);
        return [.. Enumerable.Range(1, Bins - 1).Select(x => values[(int)((long)x * values.Length / Bins)]).Distinct()];
    }

    static int Bin(float[] edges, float value)
    {
        var at = Array.BinarySearch(edges, value);
        return at >= 0 ? at : ~at;
    }
}

/// <summary>A full tree: node n has the children 2n+1 and 2n+2.</summary>
internal sealed class BoostedTree(int depth)
{
    public int Depth => depth;

    public int[] Columns { get; } = new int[(1 << depth) - 1];

    /// <summary>What is greater goes right.</summary>
    public float[] Limits { get; } = new float[(1 << depth) - 1];

    /// <summary>What each node would say if it were a leaf.</summary>
    public float[] Means { get; } = new float[(2 << depth) - 1];

    public float Says(float[] row) => Means[Leaf(row, null)];

    public void Contribute(float[] row, float[] sums) => Leaf(row, sums);

    int Leaf(float[] row, float[]? sums)
    {
        var node = 0;
        while (node < Columns.Length)
        {
            var next = 2 * node + (row[Columns[node]] > Limits[node] ? 2 : 1);
            if (sums is not null) sums[Columns[node]] += Means[next] - Means[node];
            node = next;
        }
        return node;
    }
}

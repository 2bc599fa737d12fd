namespace Linli.Text;

/// <summary>How likely it is that a case will be settled too late, from what is known when it goes out. Immutable; safe to use from many threads.</summary>
public sealed class OvertimePredictor
{
    const int Folds = 10, Reasons = 3, Committee = 4;

    readonly OvertimeHistory history;

    internal OvertimePredictor(IReadOnlyList<OvertimeCase> cases, BoostedTrees[] forests) => (Cases, Forests, history) = (cases, forests, new(cases));

    internal IReadOnlyList<OvertimeCase> Cases { get; }

    /// <summary>Each begins with another chance; their mean errs less than one.</summary>
    internal BoostedTrees[] Forests { get; }

    /// <summary>Learns from cases of the past.</summary>
    /// <exception cref="FormatException">There are no cases, or all were late or none.</exception>
    public static OvertimePredictor Train(IReadOnlyList<OvertimeCase> cases)
    {
        if (cases.DistinctBy(x => x.Late).Count() < 2) throw new FormatException("There must be cases that were late and cases that were not.");
        var rows = Unbiased(cases);
        bool[] late = [.. cases.Select(x => x.Late)];
        var forests = new BoostedTrees[Committee];
        Parallel.For(0, Committee, i => forests[i] = BoostedTrees.Train(rows, late, seed: i + 1));
        return new(cases, forests);
    }

    /// <summary>The risk, and what it rests on.</summary>
    public OvertimeRisk Predict(OvertimeFacts facts)
    {
        var row = OvertimeSigns.Of(facts, history);
        var speaks = new float[row.Length];
        foreach (var forest in Forests) Dense.Add(speaks, forest.Contributions(row), 1f / Forests.Length);
        var reasons = speaks.Zip(OvertimeSigns.Facts).GroupBy(x => x.Second, x => x.First)
            .Select(x => (Fact: x.Key, Speaks: x.Sum())).Where(x => x.Speaks > 0).OrderByDescending(x => x.Speaks)
            .Select(x => Reason(x.Fact, facts)).OfType<OvertimeReason>().Take(Reasons);
        return new(Forests.Average(x => x.Likely(row)), [.. reasons]);
    }

    /// <summary>The fact with its precedents; null when none of them was late: then it is only less good news than usual.</summary>
    OvertimeReason? Reason(OvertimeFact fact, OvertimeFacts facts)
    {
        if (OvertimeSigns.Precedents.GetValueOrDefault(fact) is not { } level) return new(fact, 0, 0);
        var (cases, late) = history.Count(level, facts);
        return late == 0 ? null : new(fact, cases, late);
    }

    /// <summary>Writes the model: the cases it learned from, without any text, and the trees. The stream stays open.</summary>
    public void Save(Stream stream) => OvertimePredictorFile.Write(stream, this);

    /// <summary>Reads what <see cref="Save"/> wrote.</summary>
    /// <exception cref="FormatException">The stream is no model, or one of another version.</exception>
    public static OvertimePredictor Load(Stream stream) => OvertimePredictorFile.Read(stream);

    /// <summary>The signs of each case as if it and a tenth of the others had not been: from its own outcome nothing could be learned.</summary>
    static float[][] Unbiased(IReadOnlyList<OvertimeCase> cases)
    {
        var (random, rows) = (new Random(1), new float[cases.Count][]);
        int[] folds = [.. cases.Select(_ => random.Next(Folds))];
        for (var fold = 0; fold < Folds; fold++)
        {
            var others = new OvertimeHistory([.. cases.Where((_, i) => folds[i] != fold)]);
            for (var i = 0; i < rows.Length; i++)
                if (folds[i] == fold) rows[i] = OvertimeSigns.Of(cases[i].Facts, others);
        }
        return rows;
    }
}

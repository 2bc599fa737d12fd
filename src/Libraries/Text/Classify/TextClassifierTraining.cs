namespace Linli.Text;

/// <summary>Builds a <see cref="TextClassifier"/>: chooses the vocabulary, trains, and calibrates on texts left out.</summary>
internal static class TextClassifierTraining
{
    /// <summary>Keeps the saved model under 20 MB: two bytes for each weight.</summary>
    const int WeightLimit = 8_000_000;

    const int Folds = 3;

    public static TextClassifier Train(IReadOnlyList<LabelledText> rows)
    {
        var labels = rows.Select(x => x.Label).Distinct().Order(StringComparer.Ordinal).ToArray();
        if (labels.Any(string.IsNullOrWhiteSpace)) throw new FormatException("A training row has no label.");
        if (labels.Length < 2) throw new FormatException("Training needs at least two different labels.");
        var numbers = labels.Index().ToDictionary(x => x.Item, x => x.Index, StringComparer.Ordinal);
        var answers = rows.Select(x => numbers[x.Label]).ToArray();
        var vocabulary = Vocabulary.Of(rows, WeightLimit / LinearModel.StrideFor(labels.Length));
        var vectors = Vectors(rows, vocabulary);
        var sharpness = Sharpness(vectors, answers, labels.Length, vocabulary.Count);
        var model = SupportVectorTrainer.Train(vectors, answers, labels.Length, vocabulary.Count);
        return new(labels, vocabulary, model, sharpness);
    }

    static SparseRow[] Vectors(IReadOnlyList<LabelledText> rows, Vocabulary vocabulary)
    {
        var bag = new NgramBag();
        var vectors = new SparseRow[rows.Count];
        for (var i = 0; i < rows.Count; i++)
        {
            bag.Fill(rows[i].Text);
            var (features, values) = (new int[bag.Count], new float[bag.Count]);
            var count = vocabulary.Read(bag, features, values);
            vectors[i] = new(features[..count], values[..count]);
        }
        return vectors;
    }

    /// <summary>Scores every row by a model that has not seen it, and lets these scores say how sure to be.</summary>
    static float Sharpness(SparseRow[] vectors, int[] answers, int labels, int features)
    {
        var unseen = new float[vectors.Length][];
        for (var fold = 0; fold < Folds; fold++)
        {
            var seen = Enumerable.Range(0, vectors.Length).Where(x => x % Folds != fold).ToArray();
            var model = SupportVectorTrainer.Train([.. seen.Select(x => vectors[x])], [.. seen.Select(x => answers[x])], labels, features);
            for (var i = fold; i < vectors.Length; i += Folds)
            {
                var scores = new float[LinearModel.StrideFor(labels)];
                model.Score(vectors[i].Features, vectors[i].Values, scores);
                unseen[i] = scores[..labels];
            }
        }
        return Softmax.Calibrate(unseen, answers);
    }
}

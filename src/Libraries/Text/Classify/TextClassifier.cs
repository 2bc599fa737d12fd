using System.Buffers;

namespace Linli.Text;

/// <summary>
/// A classifier learned from a district's own history: character n-grams, one linear machine per label, calibrated probabilities.
/// Training is deterministic: the same rows in the same order give the same model. Immutable; safe to use from many threads.
/// </summary>
public sealed class TextClassifier : ITextClassifier
{
    [ThreadStatic] static NgramBag? spare;

    readonly string[] labels;
    readonly Vocabulary vocabulary;
    readonly LinearModel model;
    readonly float sharpness;

    internal TextClassifier(string[] labels, Vocabulary vocabulary, LinearModel model, float sharpness)
        => (this.labels, this.vocabulary, this.model, this.sharpness) = (labels, vocabulary, model, sharpness);

    /// <summary>All labels it can give, in ordinal order.</summary>
    public IReadOnlyList<string> Labels => labels;

    /// <summary>Learns from labelled texts; takes all cores.</summary>
    /// <exception cref="FormatException">There are fewer than two labels, or a label is empty.</exception>
    public static TextClassifier Train(IReadOnlyList<LabelledText> rows) => TextClassifierTraining.Train(rows);

    /// <inheritdoc/>
    public IReadOnlyList<Prediction> Classify(CaseText text, int top = 3)
    {
        var probabilities = ArrayPool<float>.Shared.Rent(LinearModel.StrideFor(labels.Length));
        Probabilities(text, probabilities);
        var best = Top.Of(probabilities.AsSpan(0, labels.Length), top);
        var predictions = new Prediction[best.Length];
        for (var i = 0; i < best.Length; i++)
            predictions[i] = new(labels[best[i]], probabilities[best[i]], i == 0 ? Why(text, best[i]) : []);
        ArrayPool<float>.Shared.Return(probabilities);
        return predictions;
    }

    /// <summary>The likeliest label alone, without reason; what a mass run asks for.</summary>
    public string Label(CaseText text)
    {
        var probabilities = ArrayPool<float>.Shared.Rent(LinearModel.StrideFor(labels.Length));
        Score(text, probabilities);
        var best = Top.Of(probabilities.AsSpan(0, labels.Length), 1)[0];
        ArrayPool<float>.Shared.Return(probabilities);
        return labels[best];
    }

    /// <summary>Writes the model, about as many bytes as two for each feature and label. The stream stays open.</summary>
    public void Save(Stream stream) => TextClassifierFile.Write(stream, labels, vocabulary, model, sharpness);

    /// <summary>Reads what <see cref="Save"/> wrote.</summary>
    /// <exception cref="FormatException">The stream is no model, or one of another version.</exception>
    public static TextClassifier Load(Stream stream) => TextClassifierFile.Read(stream);

    internal void Score(CaseText text, Span<float> scores)
    {
        var bag = spare ??= new();
        bag.Fill(text);
        var features = ArrayPool<int>.Shared.Rent(bag.Count);
        var values = ArrayPool<float>.Shared.Rent(bag.Count);
        var count = vocabulary.Read(bag, features, values);
        model.Score(features.AsSpan(0, count), values.AsSpan(0, count), scores);
        ArrayPool<int>.Shared.Return(features);
        ArrayPool<float>.Shared.Return(values);
    }

    void Probabilities(CaseText text, Span<float> probabilities)
    {
        Score(text, probabilities);
        Softmax.Apply(probabilities[..labels.Length], sharpness);
    }

    IReadOnlyList<string> Why(CaseText text, int label) => Evidence.Find(text, key =>
    {
        var feature = vocabulary.Find(key);
        return feature < 0 ? 0 : model[feature, label] * vocabulary.Telling[feature];
    });
}

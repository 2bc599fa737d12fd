namespace Linli.Text;

/// <summary>Suggests labels for a text: learned from history (<see cref="TextClassifier"/>) or, before there is any, from names and keywords (<see cref="ColdStartClassifier"/>).</summary>
public interface ITextClassifier
{
    /// <summary>The most likely labels, likeliest first; fewer than <paramref name="top"/> when there is no more to say. Safe to call from many threads.</summary>
    IReadOnlyList<Prediction> Classify(CaseText text, int top = 3);
}

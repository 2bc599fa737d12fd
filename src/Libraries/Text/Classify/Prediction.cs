namespace Linli.Text;

/// <summary>One suggested label with its reason.</summary>
/// <param name="Label">The label as it was given in training, or the code of a taxonomy leaf.</param>
/// <param name="Probability">How sure the classifier is, 0 to 1.</param>
/// <param name="Evidence">Pieces of the reporter's own text that spoke most for this label, strongest first; may be empty.</param>
public sealed record Prediction(string Label, double Probability, IReadOnlyList<string> Evidence);

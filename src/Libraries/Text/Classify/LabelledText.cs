namespace Linli.Text;

/// <summary>A text whose right label is known: one row of a training or test file.</summary>
public sealed record LabelledText(CaseText Text, string Label);

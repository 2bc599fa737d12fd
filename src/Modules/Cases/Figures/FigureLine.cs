namespace Linli.Cases.Figures;

/// <summary>The figures of one month, place, unit, category or channel.</summary>
/// <param name="Key">Month as <c>2026-11</c>, or code or key of what is counted; empty where cases have none.</param>
/// <param name="Name">Its name in the reader's language.</param>
/// <param name="Figures">The counts.</param>
internal sealed record FigureLine(string Key, string Name, Tally Figures);

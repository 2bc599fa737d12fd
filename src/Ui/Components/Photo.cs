namespace Linli.Ui;

/// <summary>A photo in <see cref="Photos"/>.</summary>
/// <param name="Href">Address in full.</param>
/// <param name="Small">Address of the small picture; the full one where there is none.</param>
/// <param name="Alt">What it shows, for those who cannot see it.</param>
public sealed record Photo(string Href, string Small, string Alt);

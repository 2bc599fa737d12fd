namespace Linli.Ui;

/// <summary>A word that leads somewhere; a breadcrumb, a saved filter.</summary>
/// <param name="Text">The word.</param>
/// <param name="Href">Where it leads.</param>
public sealed record Link(string Text, string Href);

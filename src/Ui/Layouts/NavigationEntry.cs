namespace Linli.Ui;

/// <summary>A line of the staff navigation, in the reader's language.</summary>
/// <param name="Text">Its name.</param>
/// <param name="Href">Where it leads.</param>
/// <param name="Icon">Name of a Tabler icon.</param>
public sealed record NavigationEntry(string Text, string Href, string Icon);

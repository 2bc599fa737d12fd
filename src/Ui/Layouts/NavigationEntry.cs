namespace Linli.Ui;

/// <summary>A line of the staff navigation, in the reader's language.</summary>
internal sealed record NavigationEntry(string Text, string Href, string Icon, int Order, int Count, bool Urgent);

using Linli.Platform;

namespace Linli.Ui;

/// <summary>A line of the staff navigation, in the reader's language.</summary>
internal sealed record NavigationEntry(string Text, string Href, string Icon, NavigationGroup Group, int Count, bool Urgent);

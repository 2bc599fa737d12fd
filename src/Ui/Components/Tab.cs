namespace Linli.Ui;

/// <summary>A view in <see cref="Tabs"/>.</summary>
/// <param name="Text">Its name.</param>
/// <param name="Href">Its address.</param>
/// <param name="Current">Whether it is the one shown.</param>
/// <param name="Count">How many things it holds.</param>
/// <param name="More">Whether it holds more than were counted.</param>
public sealed record Tab(string Text, string Href, bool Current = false, int? Count = null, bool More = false);

namespace Linli.Ui;

/// <summary>A step in <see cref="Steps"/>.</summary>
/// <param name="Text">Its name.</param>
/// <param name="Note">When it was done, or by when it is due.</param>
public sealed record Step(string Text, string? Note = null);

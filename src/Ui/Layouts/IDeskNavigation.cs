namespace Linli.Ui;

/// <summary>The staff navigation of the reader.</summary>
public interface IDeskNavigation
{
    /// <summary>What the reader may open, in order.</summary>
    IReadOnlyList<NavigationEntry> Entries { get; }

    /// <summary>The reader's name.</summary>
    string Reader { get; }
}

namespace Linli.Ui;

/// <summary>A figure beside a line of the staff navigation; modules register what they have. Read on staff pages, so it must be quick.</summary>
public interface INavigationCount
{
    /// <summary>Beyond this only “and more” is shown, so nobody need count on.</summary>
    const int Most = 99;

    /// <summary>The line, by its address.</summary>
    string Href { get; }

    /// <summary>Whether the figure asks to be seen.</summary>
    bool Urgent { get; }

    /// <summary>How many wait, within the reader's scope; 0 shows nothing, and beyond <see cref="Most"/> counting may stop.</summary>
    ValueTask<int> CountAsync(CancellationToken ct);
}

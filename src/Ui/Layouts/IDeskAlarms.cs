namespace Linli.Ui;

/// <summary>What must be heard at once on every open staff page, and stays there until somebody answers for it; modules register what they have.</summary>
public interface IDeskAlarms
{
    /// <summary>Address of the server-sent events that tell of a change.</summary>
    string Source { get; }

    /// <summary>Whether the reader hears them at all.</summary>
    bool ForReader { get; }

    /// <summary>The alarms that ring for the reader. Read on every staff page, so it must be quick.</summary>
    ValueTask<RingingAlarms> ReadAsync(CancellationToken ct);
}

/// <summary>What rings now.</summary>
/// <param name="Shown">The newest alarms, the newest first.</param>
/// <param name="AllAt">Where all of them are listed; null where those are all.</param>
public sealed record RingingAlarms(IReadOnlyList<DeskAlarm> Shown, string? AllAt = null);

/// <summary>An alarm.</summary>
/// <param name="Title">What has happened.</param>
/// <param name="Note">How grave, where, since when.</param>
/// <param name="Href">Where to look.</param>
/// <param name="AnswerAt">Where the form of its one button goes.</param>
/// <param name="Answer">What that button says.</param>
/// <param name="Fields">What it sends.</param>
public sealed record DeskAlarm(string Title, string Note, string Href, string AnswerAt, string Answer, IReadOnlyDictionary<string, string> Fields);

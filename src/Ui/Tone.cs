namespace Linli.Ui;

/// <summary>What a colour says. It never speaks alone: a word stands beside it, and mostly an icon.</summary>
public enum Tone
{
    /// <summary>Nothing to notice: ended, cancelled, plain.</summary>
    Neutral,

    /// <summary>New, or for information.</summary>
    Info,

    /// <summary>Taken up, not yet begun.</summary>
    Accepted,

    /// <summary>Being worked on.</summary>
    Progress,

    /// <summary>Stands still or soon due: somebody should look.</summary>
    Waiting,

    /// <summary>Done, in time, fine.</summary>
    Good,

    /// <summary>Overdue, failed, refused.</summary>
    Bad,
}

internal static class ToneClasses
{
    /// <summary>The CSS class that sets <c>--tone</c>, <c>--tone-tint</c> and <c>--tone-line</c>.</summary>
    public static string Class(this Tone tone) => tone switch
    {
        Tone.Info => "tone-info",
        Tone.Accepted => "tone-accepted",
        Tone.Progress => "tone-progress",
        Tone.Waiting => "tone-waiting",
        Tone.Good => "tone-good",
        Tone.Bad => "tone-bad",
        _ => "tone-neutral",
    };

    /// <summary>The icon of a message in this tone.</summary>
    public static string Icon(this Tone tone) => tone switch
    {
        Tone.Good => "circle-check",
        Tone.Waiting => "alert-triangle",
        Tone.Bad => "alert-octagon",
        _ => "info-circle",
    };
}

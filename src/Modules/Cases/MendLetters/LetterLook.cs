using Linli.Cases.DeadLetters;
using Linli.Ui;

namespace Linli.Cases.MendLetters;

/// <summary>How the states of dead letters look.</summary>
internal static class LetterLook
{
    public static Tone Tone(this DeadLetterState state) => state switch
    {
        DeadLetterState.Open => Ui.Tone.Waiting,
        DeadLetterState.Replayed => Ui.Tone.Good,
        _ => Ui.Tone.Neutral,
    };

    public static string Icon(this DeadLetterState state) => state switch
    {
        DeadLetterState.Open => "alert-triangle",
        DeadLetterState.Replayed => "checks",
        _ => "ban",
    };
}

using Linli.Ui;

namespace Linli.Cases.OfficialLetters;

/// <summary>How far a letter has come, by colour, icon and word.</summary>
internal static class OfficialLetterLook
{
    public static (Tone Tone, string Icon, string Text) Look(this OfficialLetter letter, DateOnly today) => letter switch
    {
        { RepliedAt: not null } => (Tone.Good, "checks", "letter-state.answered"),
        _ when letter.ReplyBy < today => (Tone.Bad, "clock-exclamation", "letter-state.late"),
        { SeenAt: not null } => (Tone.Progress, "eye", "letter-state.seen"),
        _ => (Tone.Waiting, "mail", "letter-state.sent"),
    };
}

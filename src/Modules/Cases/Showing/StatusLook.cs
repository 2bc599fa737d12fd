using Linli.Ui;

namespace Linli.Cases.Showing;

/// <summary>How states look: the same colour and icon wherever they are shown.</summary>
internal static class StatusLook
{
    public static Tone Tone(this CaseStatus status) => status switch
    {
        CaseStatus.Received => Ui.Tone.Info,
        CaseStatus.Accepted => Ui.Tone.Accepted,
        CaseStatus.Dispatched or CaseStatus.Handling or CaseStatus.Split => Ui.Tone.Progress,
        CaseStatus.Suspended => Ui.Tone.Neutral,
        CaseStatus.Returned or CaseStatus.Coordinating => Ui.Tone.Bad,
        CaseStatus.Handled => Ui.Tone.Waiting,
        CaseStatus.Verified or CaseStatus.Closed => Ui.Tone.Good,
        _ => Ui.Tone.Neutral,
    };

    public static string Icon(this CaseStatus status) => status switch
    {
        CaseStatus.Received => "inbox",
        CaseStatus.Accepted => "clipboard-check",
        CaseStatus.Dispatched => "send",
        CaseStatus.Handling => "tool",
        CaseStatus.Suspended => "player-pause",
        CaseStatus.Returned => "arrow-back-up",
        CaseStatus.Coordinating => "users",
        CaseStatus.Handled => "checklist",
        CaseStatus.Split => "arrows-split",
        CaseStatus.Merged => "git-merge",
        CaseStatus.Verified => "shield-check",
        CaseStatus.Closed => "checks",
        _ => "ban",
    };
}

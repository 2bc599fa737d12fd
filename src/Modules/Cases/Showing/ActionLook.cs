using Linli.Ui;

namespace Linli.Cases.Showing;

/// <summary>How what was done, or can be done, looks.</summary>
internal static class ActionLook
{
    public static Tone Tone(this CaseAction action) => action switch
    {
        CaseAction.Receive => Ui.Tone.Info,
        CaseAction.Accept => Ui.Tone.Accepted,
        CaseAction.Dispatch or CaseAction.Take or CaseAction.Progress => Ui.Tone.Progress,
        CaseAction.Handle or CaseAction.Verify or CaseAction.Close => Ui.Tone.Good,
        CaseAction.Alert or CaseAction.Reopen => Ui.Tone.Waiting,
        CaseAction.FailVerification => Ui.Tone.Bad,
        _ => Ui.Tone.Neutral,
    };

    public static string Icon(this CaseAction action) => action switch
    {
        CaseAction.Receive => "inbox",
        CaseAction.Accept => "clipboard-check",
        CaseAction.Decline => "ban",
        CaseAction.Reclassify => "category",
        CaseAction.Relocate => "map-pin",
        CaseAction.Dispatch => "send",
        CaseAction.Take => "hand-stop",
        CaseAction.Progress => "message-report",
        CaseAction.Handle => "tool",
        CaseAction.Verify => "shield-check",
        CaseAction.FailVerification => "arrow-back-up",
        CaseAction.Reply => "message-2",
        CaseAction.Close => "checks",
        CaseAction.Reopen => "refresh",
        CaseAction.Rate => "star",
        _ => "bell-ringing",
    };

    /// <summary>The last part of the address where it is done; <c>failVerification</c> is an answer on the page of <c>verify</c>.</summary>
    public static string Path(this CaseAction action) => action is CaseAction.FailVerification ? "verify" : action.ToString().ToLowerInvariant();

    /// <summary>Whether one press does it: nothing has to be said.</summary>
    public static bool OnePress(this CaseAction action) => action is CaseAction.Accept or CaseAction.Take;
}

using Linli.Ui;

namespace Linli.Cases.Showing;

/// <summary>How what was done, or can be done, looks.</summary>
internal static class ActionLook
{
    public static Tone Tone(this CaseAction action) => action switch
    {
        CaseAction.Receive => Ui.Tone.Info,
        CaseAction.Accept => Ui.Tone.Accepted,
        CaseAction.Dispatch or CaseAction.Take or CaseAction.Progress or CaseAction.Resume or CaseAction.Rule or CaseAction.Assist => Ui.Tone.Progress,
        CaseAction.Handle or CaseAction.FinishPart or CaseAction.Verify or CaseAction.Close => Ui.Tone.Good,
        CaseAction.Alert or CaseAction.Reopen or CaseAction.Merge or CaseAction.Unmerge or CaseAction.AskSuspension or CaseAction.AskExtension or CaseAction.Grant or CaseAction.Coordinate or CaseAction.Urge => Ui.Tone.Waiting,
        CaseAction.FailVerification or CaseAction.Return or CaseAction.Insist or CaseAction.Refuse => Ui.Tone.Bad,
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
        CaseAction.AskSuspension => "player-pause",
        CaseAction.AskExtension => "clock-plus",
        CaseAction.Grant => "thumb-up",
        CaseAction.Refuse => "thumb-down",
        CaseAction.Resume => "player-play",
        CaseAction.Return or CaseAction.Insist => "arrow-back-up",
        CaseAction.Coordinate => "users",
        CaseAction.Rule => "gavel",
        CaseAction.Assist => "user-plus",
        CaseAction.FinishPart => "user-check",
        CaseAction.Urge => "speakerphone",
        CaseAction.Merge or CaseAction.TakeIn => "git-merge",
        CaseAction.Unmerge or CaseAction.LetGo => "arrows-split",
        CaseAction.Verify => "shield-check",
        CaseAction.FailVerification => "arrow-back-up",
        CaseAction.Reply => "message-2",
        CaseAction.Close => "checks",
        CaseAction.Reopen => "refresh",
        CaseAction.Rate => "star",
        _ => "bell-ringing",
    };

    /// <summary>The last part of the address where it is done; two answers to one question share a page.</summary>
    public static string Path(this CaseAction action) => action switch
    {
        CaseAction.FailVerification => "verify",
        CaseAction.AskSuspension => "suspend",
        CaseAction.AskExtension => "extend",
        CaseAction.Grant or CaseAction.Refuse => "answer",
        CaseAction.FinishPart => "finish-part",
        _ => action.ToString().ToLowerInvariant(),
    };

    /// <summary>The other answer on a page of two; it is offered as the one.</summary>
    public static bool IsOtherAnswer(this CaseAction action) => action is CaseAction.FailVerification or CaseAction.Refuse;

    /// <summary>Whether one press does it: nothing has to be said.</summary>
    public static bool OnePress(this CaseAction action) => action is CaseAction.Accept or CaseAction.Take;
}

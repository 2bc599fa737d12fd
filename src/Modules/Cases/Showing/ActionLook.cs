using System.Globalization;
using Linli.Ui;

namespace Linli.Cases.Showing;

/// <summary>How what was done, or can be done, looks.</summary>
internal static class ActionLook
{
    public static Tone Tone(this CaseAction action) => action switch
    {
        CaseAction.Receive => Ui.Tone.Info,
        CaseAction.Accept => Ui.Tone.Accepted,
        CaseAction.Dispatch or CaseAction.Take or CaseAction.Progress or CaseAction.Resume or CaseAction.Rule or CaseAction.Assist or CaseAction.Split or CaseAction.EndConsultation or CaseAction.AnswerSupervisor => Ui.Tone.Progress,
        CaseAction.Handle or CaseAction.FinishPart or CaseAction.Verify or CaseAction.Close or CaseAction.Settle or CaseAction.Complete or CaseAction.Conclude => Ui.Tone.Good,
        CaseAction.Alert or CaseAction.Reopen or CaseAction.Merge or CaseAction.Unmerge or CaseAction.AskSuspension or CaseAction.AskExtension or CaseAction.Grant or CaseAction.Coordinate or CaseAction.Urge or CaseAction.Pass or CaseAction.Consult or CaseAction.Regrade or CaseAction.Supervise or CaseAction.IssueLetter => Ui.Tone.Waiting,
        CaseAction.FailVerification or CaseAction.Return or CaseAction.Insist or CaseAction.Refuse or CaseAction.Alarm => Ui.Tone.Bad,
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
        CaseAction.Settle => "circle-check",
        CaseAction.Pass => "arrows-up-down",
        CaseAction.Split => "arrows-split",
        CaseAction.Complete => "checks",
        CaseAction.Consult => "messages",
        CaseAction.EndConsultation => "message-check",
        CaseAction.Supervise => "eye",
        CaseAction.AnswerSupervisor => "message-report",
        CaseAction.Conclude => "checks",
        CaseAction.Lift => "eye",
        CaseAction.IssueLetter => "mail",
        CaseAction.Appeal or CaseAction.GrantAppeal or CaseAction.RefuseAppeal => "scale",
        CaseAction.Merge or CaseAction.TakeIn => "git-merge",
        CaseAction.Unmerge or CaseAction.LetGo => "arrows-split",
        CaseAction.Verify => "shield-check",
        CaseAction.FailVerification => "arrow-back-up",
        CaseAction.Reply => "message-2",
        CaseAction.Close => "checks",
        CaseAction.Reopen => "refresh",
        CaseAction.Rate => "star",
        CaseAction.Regrade => "flag",
        CaseAction.Alarm => "alarm",
        CaseAction.Acknowledge => "user-check",
        CaseAction.CallBack => "phone-call",
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
        CaseAction.EndConsultation => "end-consultation",
        CaseAction.AnswerSupervisor => "answer-supervisor",
        CaseAction.Lift => "conclude",
        CaseAction.IssueLetter => "letter",
        _ => action.ToString().ToLowerInvariant(),
    };

    /// <summary>The key that does it on the page of a case; J, K and X walk and pick.</summary>
    public static string? Key(this CaseAction action) => action switch
    {
        CaseAction.Acknowledge => "y",
        CaseAction.Accept => "a",
        CaseAction.Decline => "n",
        CaseAction.Dispatch => "d",
        CaseAction.Take => "t",
        CaseAction.Progress => "p",
        CaseAction.Handle => "h",
        CaseAction.AskSuspension => "s",
        CaseAction.AskExtension => "e",
        CaseAction.Resume => "o",
        CaseAction.Return => "b",
        CaseAction.Coordinate or CaseAction.Rule => "g",
        CaseAction.Assist => "i",
        CaseAction.FinishPart => "f",
        CaseAction.Urge => "u",
        CaseAction.Merge or CaseAction.Unmerge => "m",
        CaseAction.Verify => "v",
        CaseAction.Reply => "r",
        CaseAction.Close => "c",
        CaseAction.Reopen => "z",
        CaseAction.Reclassify => "q",
        CaseAction.Relocate => "w",
        CaseAction.Regrade => "l",
        _ => null,
    };

    /// <summary>The other answer on a page of two; it is offered as the one.</summary>
    public static bool IsOtherAnswer(this CaseAction action) => action is CaseAction.FailVerification or CaseAction.Refuse or CaseAction.Lift;

    /// <summary>Whether one press does it: nothing has to be said.</summary>
    public static bool OnePress(this CaseAction action) => action is CaseAction.Accept or CaseAction.Take or CaseAction.Acknowledge;

    /// <summary>What that press sends.</summary>
    public static Dictionary<string, string> PressOn(this CaseAction action, int version) => new() { ["_handler"] = action.Path(), ["Form.Version"] = version.ToString(CultureInfo.InvariantCulture) };
}

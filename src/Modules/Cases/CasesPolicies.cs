namespace Linli.Cases;

/// <summary>Names of the permissions of this module, which are also its policies.</summary>
internal static class CasesPolicies
{
    public const string See = "cases.see";
    public const string Report = "cases.report";
    public const string Accept = "cases.accept";
    public const string Classify = "cases.classify";
    public const string Dispatch = "cases.dispatch";
    public const string Handle = "cases.handle";
    public const string Approve = "cases.approve";
    public const string Coordinate = "cases.coordinate";
    public const string Urge = "cases.urge";
    public const string Merge = "cases.merge";
    public const string Settle = "cases.settle";
    public const string Pass = "cases.pass";
    public const string Consult = "cases.consult";
    public const string Verify = "cases.verify";
    public const string Reply = "cases.reply";
    public const string Close = "cases.close";
    public const string Reopen = "cases.reopen";
    public const string Reveal = "cases.reveal";
    public const string Export = "cases.export";
    public const string SeeTaxonomy = "cases.see-taxonomy";
    public const string ManageTaxonomy = "cases.manage-taxonomy";
    public const string ManageTexts = "cases.manage-texts";
    public const string SeeFigures = "cases.see-figures";
    public const string ManageChannels = "cases.manage-channels";
    public const string MendLetters = "cases.mend-letters";
    public const string Upload = "cases.upload";
    public const string SeeDeliveries = "cases.see-deliveries";
    public const string ManageLearning = "cases.manage-learning";
    public const string Hotline = "cases.hotline";
    public const string Regrade = "cases.regrade";
    /// <summary>Hears at once of cases of the first level, and answers for them; <see cref="AlarmAbove"/> of those that nobody answered for in time.</summary>
    public const string Alarm = "cases.alarm";
    public const string AlarmAbove = "cases.alarm-above";
    public const string ShareFilters = "cases.share-filters";

    public const string Supervise = "cases.supervise";
    public const string IssueLetters = "cases.issue-letters";
    public const string AnswerLetters = "cases.answer-letters";
    public const string CallBack = "cases.call-back";

    public static readonly IReadOnlyList<string> All =
    [
        See, Report, Accept, Classify, Dispatch, Handle, Approve, Coordinate, Urge, Merge, Settle, Pass, Consult, Verify, Reply, Close, Reopen, Reveal, Export, SeeTaxonomy, ManageTaxonomy, ManageTexts,
        SeeFigures, ManageChannels, MendLetters, Upload, SeeDeliveries, ManageLearning, Hotline, Regrade, Alarm, AlarmAbove, ShareFilters, Supervise, IssueLetters, AnswerLetters, CallBack,
    ];
}

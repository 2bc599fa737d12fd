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

    public static readonly IReadOnlyList<string> All =
        [See, Report, Accept, Classify, Dispatch, Handle, Approve, Coordinate, Urge, Merge, Verify, Reply, Close, Reopen, Reveal, Export, SeeTaxonomy, ManageTaxonomy, ManageTexts, SeeFigures, ManageChannels, MendLetters, Upload];
}

using System.ComponentModel.DataAnnotations;

namespace Linli.Cases;

/// <summary>Settings of the case engine (section <c>Linli:Cases</c>).</summary>
internal sealed class CasesOptions
{
    public const string Section = "Linli:Cases";

    /// <summary>The division that cases belong to while nothing better is known; as a rule the district.</summary>
    [RegularExpression(@"^\d{6}(\d{3}){0,3}$")] public string HomeDivision { get; set; } = "990101";

    /// <summary>How sure the classifier must be before a category is filled in; below it a clerk names it.</summary>
    [Range(0.0, 1.0)] public double ClassifyFrom { get; set; } = 0.6;

    /// <summary>How sure the model of places must be before a report whose place is given only in words, and is in no list of places, is put there; below it a clerk says where it is.</summary>
    [Range(0.0, 1.0)] public double LocateFrom { get; set; } = 0.6;

    /// <summary>How sure the dispatch model must be before a unit is filled in where the responsibility list is silent; below it a clerk chooses among its suggestions.</summary>
    [Range(0.0, 1.0)] public double SuggestUnitFrom { get; set; } = 0.5;

    /// <summary>What counts how much in the scorecard of units.</summary>
    public ScoreUnits.ScorecardWeights Scorecard { get; set; } = new();

    /// <summary>How reporters of closed cases are called back.</summary>
    public CallBacks.CallBackOptions CallBack { get; set; } = new();

    /// <summary>Days after the close within which a unit may ask that a case does not count in its score.</summary>
    [Range(1, 365)] public int AppealWithinDays { get; set; } = 10;

    /// <summary>How sure the classifier must be before a case goes out without a clerk; null: a clerk always looks. Only the responsibility list sends out, never the dispatch model.</summary>
    [Range(0.0, 1.0)] public double? DispatchFrom { get; set; }

    /// <summary>How many minutes those on duty have to answer for a case of the first level before those above them hear of it too.</summary>
    [Range(1, 1440)] public int AlarmMinutes { get; set; } = 5;

    /// <summary>Folder with a folder for each channel of kind e-mail, named by its code, into which a mail fetcher drops messages. Empty: no mail is read.</summary>
    public string? MailFolder { get; set; }

    /// <summary>Bytes of the longest message that is read; a longer one becomes a dead letter.</summary>
    [Range(10_000, 100_000_000)] public long MailLongest { get; set; } = 30_000_000;

    /// <summary>Categories, with all below them, of whose cases the public reads nothing over Open311, e.g. violence at home.</summary>
    public string[] PrivateCategories { get; set; } = [];
}

using Linli.Platform.Problems;

namespace Linli.Workforce;

/// <summary>What this module refuses.</summary>
internal static class WorkforceErrors
{
    /// <summary>A roster breaks rules; the messages name person, day and rule.</summary>
    public static Problem RosterBreaksRules { get; } = new("workforce.roster-breaks-rules", 409);

    /// <summary>What was asked for was answered or taken back already.</summary>
    public static Problem NotOpen { get; } = new("workforce.not-open", 409);

    /// <summary>Nobody decides on what they ask for themselves.</summary>
    public static Problem OwnRequest { get; } = new("workforce.own-request", 403);

    /// <summary>More annual leave than is left.</summary>
    public static Problem BalanceExceeded { get; } = new("workforce.balance-exceeded", 409);

    /// <summary>No worker is entered for the account.</summary>
    public static Problem NoWorker { get; } = new("workforce.no-worker", 409);

    /// <summary>The division has an appraisal of that year.</summary>
    public static Problem AppraisedAlready { get; } = new("workforce.appraised-already", 409);

    /// <summary>A closed appraisal is final.</summary>
    public static Problem AppraisalClosed { get; } = new("workforce.appraisal-closed", 409);

    /// <summary>Grades may still change: nothing to decide on yet.</summary>
    public static Problem AppraisalOpen { get; } = new("workforce.appraisal-open", 409);

    /// <summary>The year is not yet in its last month.</summary>
    public static Problem AppraisalTooEarly { get; } = new("workforce.appraisal-too-early", 409);

    /// <summary>Somebody who is graded has no grade.</summary>
    public static Problem NotAllGraded { get; } = new("workforce.not-all-graded", 409);

    /// <summary>More are excellent than may be.</summary>
    public static Problem TooManyExcellent { get; } = new("workforce.too-many-excellent", 409);

    /// <summary>Nobody grades themselves, decides on their own objection, or puts themselves forward.</summary>
    public static Problem OwnYear { get; } = new("workforce.own-year", 403);

    /// <summary>Nobody decides on an objection to a grade that they gave.</summary>
    public static Problem OwnGrading { get; } = new("workforce.own-grading", 403);

    /// <summary>Only a division above opens a closed appraisal again.</summary>
    public static Problem ReopenFromAbove { get; } = new("workforce.reopen-from-above", 403);

    /// <summary>The appraisal is not closed, or the days to object are over.</summary>
    public static Problem ObjectionTooLate { get; } = new("workforce.objection-too-late", 409);

    /// <summary>One may object once.</summary>
    public static Problem ObjectedAlready { get; } = new("workforce.objected-already", 409);

    /// <summary>The grades of somebody do not let them be put forward; the detail says which rule.</summary>
    public static Problem NotForReserve { get; } = new("workforce.not-for-reserve", 409);

    /// <summary>They are on the reserve list for that post.</summary>
    public static Problem ReservedAlready { get; } = new("workforce.reserved-already", 409);
}

namespace Linli.Cases.Figures;

/// <summary>What became of the cases received under some conditions.</summary>
/// <param name="Received">All of them.</param>
/// <param name="Closed">Those closed, in time or not; declined ones are not among them.</param>
/// <param name="ClosedOnTime">Those closed that were handled within their limit.</param>
/// <param name="Open">Those somebody still has to do something about.</param>
/// <param name="Overdue">Open ones whose deadline has passed.</param>
/// <param name="WithinDay">Those closed within 24 hours of the report.</param>
/// <param name="WithinThreeDays">Those closed within 72 hours of the report.</param>
/// <param name="Local">Those closed by a unit of a street or less.</param>
/// <param name="PromptlyAccepted">Those accepted or declined within two hours of the report.</param>
/// <param name="Returned">Those that a unit returned.</param>
/// <param name="Reopened">Those taken up again after they were closed.</param>
/// <param name="Satisfied">Those whose reporter is satisfied.</param>
/// <param name="Dissatisfied">Those whose reporter is not.</param>
/// <param name="Ruled">Those that a meeting gave to a unit.</param>
/// <param name="AcceptanceTold">Those whose reporter a message has told that they were accepted or declined.</param>
/// <param name="AcceptanceUntold">Those whose reporter should have been told so, but the message did not get through yet.</param>
/// <param name="ResultTold">Those whose reporter a message has told the result of the last closing.</param>
/// <param name="ResultUntold">Those whose reporter should have been told it, but the message did not get through yet.</param>
internal sealed record Tally(
    int Received, int Closed, int ClosedOnTime, int Open, int Overdue, int WithinDay, int WithinThreeDays, int Local, int PromptlyAccepted, int Returned, int Reopened, int Satisfied, int Dissatisfied, int Ruled,
    int AcceptanceTold, int AcceptanceUntold, int ResultTold, int ResultUntold)
{
    public static readonly Tally None = new(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);

    /// <summary>按期办结率: closed on time / (closed + open overdue); an open case whose deadline has passed counts as not on time. Null where there is nothing to judge.</summary>
    public double? OnTimeRate => Closed + Overdue == 0 ? null : (double)ClosedOnTime / (Closed + Overdue);

    /// <summary>一日办结率: closed within 24 hours / closed.</summary>
    public double? WithinDayRate => Share(WithinDay, Closed);

    /// <summary>三日办结率: closed within 72 hours / closed.</summary>
    public double? WithinThreeDaysRate => Share(WithinThreeDays, Closed);

    /// <summary>基层办结率: closed by a unit of a street or less / closed.</summary>
    public double? LocalRate => Share(Local, Closed);

    /// <summary>及时受理率: accepted or declined within two hours / received.</summary>
    public double? PromptRate => Share(PromptlyAccepted, Received);

    /// <summary>退回率: returned / received.</summary>
    public double? ReturnRate => Share(Returned, Received);

    /// <summary>重办率: taken up again / ever closed.</summary>
    public double? ReopenRate => Share(Reopened, Math.Max(Closed, Reopened));

    /// <summary>满意率: satisfied / rated.</summary>
    public double? SatisfactionRate => Share(Satisfied, Satisfied + Dissatisfied);

    /// <summary>受理告知率: told of acceptance / cases accepted or declined whose reporter can be told and wants to be.</summary>
    public double? AcceptanceNoticeRate => Share(AcceptanceTold, AcceptanceTold + AcceptanceUntold);

    /// <summary>办理告知率: told of the result / closed cases whose reporter can be told and wants to be.</summary>
    public double? ResultNoticeRate => Share(ResultTold, ResultTold + ResultUntold);

    public static Tally operator +(Tally a, Tally b) =>
        new(
        a.Received + b.Received, a.Closed + b.Closed, a.ClosedOnTime + b.ClosedOnTime, a.Open + b.Open, a.Overdue + b.Overdue, a.WithinDay + b.WithinDay, a.WithinThreeDays + b.WithinThreeDays, a.Local + b.Local,
        a.PromptlyAccepted + b.PromptlyAccepted, a.Returned + b.Returned, a.Reopened + b.Reopened, a.Satisfied + b.Satisfied, a.Dissatisfied + b.Dissatisfied, a.Ruled + b.Ruled,
        a.AcceptanceTold + b.AcceptanceTold, a.AcceptanceUntold + b.AcceptanceUntold, a.ResultTold + b.ResultTold, a.ResultUntold + b.ResultUntold);

    private static double? Share(int part, int whole) => whole == 0 ? null : (double)part / whole;
}

using System.ComponentModel.DataAnnotations;
using Linli.Platform.Problems;

namespace Linli.Workforce;

/// <summary>Figures of the yearly appraisal (section <c>Linli:Workforce:Appraisal</c>).</summary>
internal sealed class AppraisalLimits
{
    /// <summary>Of a hundred who are graded in an appraisal, how many may be excellent; rounded down.</summary>
    [Range(0, 100)] public int MostExcellent { get; set; } = 30;

    /// <summary>Months that somebody must have worked in the year to be graded.</summary>
    [Range(0, 12)] public int LeastMonths { get; set; } = 6;

    /// <summary>Days after the closing in which one may object.</summary>
    [Range(0, 365)] public int ObjectionDays { get; set; } = 5;

    /// <summary>Who is put on the reserve list was excellent at least once in this many years.</summary>
    [Range(1, 50)] public int ExcellentWithinYears { get; set; } = 3;
}

/// <summary>Who is graded and how many may be excellent: pure functions of days and figures.</summary>
internal sealed class AppraisalRules(AppraisalLimits limits)
{
    private const int ClosingMonth = 12;

    /// <summary>Whether somebody worked long enough in a year to be graded for it.</summary>
    /// <param name="year">The year.</param>
    /// <param name="since">Their first day.</param>
    /// <param name="until">The first day on which they did not work any more; null for those who stay.</param>
    public bool IsGraded(int year, DateOnly since, DateOnly? until)
    {
        var (first, end) = (new DateOnly(year, 1, 1), new DateOnly(year + 1, 1, 1));
        var from = since > first ? since : first;
        return from < end && from.AddMonths(limits.LeastMonths) <= (until < end ? until : end);
    }

    /// <summary>How many may be excellent of those who are graded.</summary>
    public int MostExcellent(int graded) => graded * limits.MostExcellent / 100;

    /// <summary>Whether these grades of all who are graded have no more excellent ones than they may.</summary>
    public bool Keeps(IReadOnlyCollection<Grade> grades) => grades.Count(grade => grade is Grade.Excellent) <= MostExcellent(grades.Count);

    /// <summary>The refusal of grades that do not, with the figures.</summary>
    public Problem TooManyExcellent(IReadOnlyCollection<Grade> grades) => WorkforceErrors.TooManyExcellent with
    {
        Extensions = new Dictionary<string, object?> { ["graded"] = grades.Count, ["excellent"] = grades.Count(grade => grade is Grade.Excellent), ["most"] = MostExcellent(grades.Count) },
    };

    /// <summary>The first day on which a year may be closed: its last month has begun.</summary>
    public static DateOnly ClosableFrom(int year) => new(year, ClosingMonth, 1);

    /// <summary>The last day on which one may object.</summary>
    public DateOnly ObjectUntil(DateOnly closedOn) => closedOn.AddDays(limits.ObjectionDays);
}

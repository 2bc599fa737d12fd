namespace Linli.Workforce;

/// <summary>The grade of a closed year.</summary>
internal readonly record struct GradedYear(int Year, Grade Grade);

/// <summary>What keeps somebody off the reserve list.</summary>
internal enum ReserveBar
{
    /// <summary>No closed appraisal has a grade of theirs.</summary>
    NeverGraded,

    /// <summary>The last one is below competent.</summary>
    BelowCompetent,

    /// <summary>None of the last years is excellent.</summary>
    NotExcellent,
}

/// <summary>Whose grades let them be put forward: a pure function. Years without a grade are passed over.</summary>
internal static class ReserveRule
{
    /// <summary>What stands in the way; null when nothing does.</summary>
    /// <param name="years">Graded years of closed appraisals.</param>
    /// <param name="thisYear">The year of today.</param>
    /// <param name="within">How many years before this one count, beside this one.</param>
    public static ReserveBar? Find(IReadOnlyCollection<GradedYear> years, int thisYear, int within) =>
        years.Count == 0 ? ReserveBar.NeverGraded
        : years.MaxBy(year => year.Year).Grade > Grade.Competent ? ReserveBar.BelowCompetent
        : years.Any(year => year.Grade is Grade.Excellent && year.Year >= thisYear - within) ? null
        : ReserveBar.NotExcellent;
}

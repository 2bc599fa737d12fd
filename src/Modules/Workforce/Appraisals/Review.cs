namespace Linli.Workforce;

/// <summary>Grades of a year, the best first.</summary>
internal enum Grade
{
    /// <summary>优秀: only so many of those graded may have it.</summary>
    Excellent,

    /// <summary>称职</summary>
    Competent,

    /// <summary>基本称职</summary>
    BasicallyCompetent,

    /// <summary>不称职</summary>
    Incompetent,
}

/// <summary>The year of one worker in an appraisal: what they say of it themselves, and what the superior does. There is one for each worker and year.</summary>
internal sealed class Review
{
    /// <summary>What the encrypted words are bound to.</summary>
    public const string SummaryPurpose = "workforce.review.summary", RemarkPurpose = "workforce.review.remark";

    public required Guid Id { get; init; }
    public required Guid AppraisalId { get; init; }
    public required Guid WorkerId { get; init; }
    public required int Year { get; init; }

    /// <summary>个人总结: in the worker's own words.</summary>
    public byte[]? Summary { get; private set; }

    /// <summary>Null while none is given; once the appraisal is closed, 不定等次: not graded.</summary>
    public Grade? Grade { get; private set; }
    public byte[]? Remark { get; private set; }
    public Guid? GradedById { get; private set; }
    public string? GradedBy { get; private set; }
    public int Version { get; private set; } = 1;

    public void Summarise(byte[] summary) => (Summary, Version) = (summary, Version + 1);

    public void Mark(Grade? grade, byte[]? remark, Guid? byId, string by) => (Grade, Remark, GradedById, GradedBy, Version) = (grade, remark, byId, by, Version + 1);

    /// <summary>Who was there too short a time has no grade, also where one was given before they left.</summary>
    public void Ungrade() => (Grade, Version) = (null, Version + 1);
}

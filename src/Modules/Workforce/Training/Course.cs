using Linli.Platform.Access;

namespace Linli.Workforce;

/// <summary>培训: a course that a division gave or sent people to.</summary>
internal sealed class Course : IInDivision
{
    public required Guid Id { get; init; }
    public required string DivisionCode { get; init; }
    public required string Title { get; init; }
    public required DateOnly HeldOn { get; init; }
    public required int Hours { get; init; }

    /// <summary>How long its certificate is good; null where it gives none, or one for ever.</summary>
    public int? ValidMonths { get; init; }
}

/// <summary>Somebody took a course.</summary>
internal sealed class Attendance : IInDivision
{
    public required Guid Id { get; init; }
    public required Guid CourseId { get; init; }
    public required Guid WorkerId { get; init; }

    /// <summary>The worker's division.</summary>
    public required string DivisionCode { get; init; }
    public required bool Passed { get; set; }

    /// <summary>The last day on which the certificate is good.</summary>
    public DateOnly? ExpiresOn { get; set; }
}

namespace Linli.Cases;

/// <summary>What the reporter thinks after a closing: satisfied or not, and one to five on three points.</summary>
internal sealed class Rating
{
    public required Guid Id { get; init; }
    public required Guid CaseId { get; init; }

    /// <summary>Which closing it answers: 0 the first.</summary>
    public required int Round { get; init; }
    public required DateTimeOffset At { get; init; }
    public required bool Satisfied { get; init; }
    public required int? Speed { get; init; }
    public required int? Result { get; init; }
    public required int? Attitude { get; init; }
    public required string? Words { get; init; }
}

namespace Linli.Cases;

/// <summary>What was answered to a question of the rating.</summary>
internal sealed class RatingAnswer
{
    public required Guid RatingId { get; init; }

    /// <summary>The version of the question that was asked.</summary>
    public required Guid QuestionId { get; init; }

    /// <summary>As <see cref="Questions.Answer.Given"/>.</summary>
    public required string Given { get; init; }

    public static RatingAnswer Of(Guid ratingId, Questions.AskedQuestion answered) => new() { RatingId = ratingId, QuestionId = answered.Question.Id, Given = Questions.Answer.Of(ratingId, answered).Given };
}

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

using Linli.Platform.Access;

namespace Linli.Cases.ReplyAtOnce;

/// <summary>秒回: an answer to a matter that many report. Reviewed by somebody other than its writer, it is sent at once to whoever reports the matter next.</summary>
internal sealed class ReadyAnswer : IInDivision
{
    public required Guid Id { get; init; }

    /// <summary>The matter in words; new reports are compared with it.</summary>
    public required string Title { get; init; }
    public required string Answer { get; init; }
    public required string DivisionCode { get; init; }

    /// <summary>A node of the taxonomy; null for any.</summary>
    public required string? CategoryCode { get; init; }
    public required DateTimeOffset ValidTo { get; init; }
    public required Guid WriterId { get; init; }
    public required string WriterName { get; init; }
    public required DateTimeOffset WrittenAt { get; init; }
    public string? ReviewerName { get; private set; }
    public DateTimeOffset? ReviewedAt { get; private set; }

    /// <summary>When it was taken back.</summary>
    public DateTimeOffset? EndedAt { get; private set; }

    public void Review(string by, DateTimeOffset at) => (ReviewerName, ReviewedAt) = (by, at);

    public void End(DateTimeOffset at) => EndedAt = at;
}

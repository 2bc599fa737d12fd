using Linli.Platform.Access;

namespace Linli.Workforce;

/// <summary>申诉: a worker objects to what a closed appraisal says of their year, once.</summary>
internal sealed class Objection : IInDivision
{
    /// <summary>What the encrypted words are bound to.</summary>
    public const string WordsPurpose = "workforce.objection.words", AnswerPurpose = "workforce.objection.answer";

    public required Guid Id { get; init; }
    public required Guid ReviewId { get; init; }

    /// <summary>Of the appraisal.</summary>
    public required string DivisionCode { get; init; }
    public required byte[] Words { get; init; }
    public required DateTimeOffset At { get; init; }

    /// <summary>Whether it was granted; null while it waits.</summary>
    public bool? Upheld { get; private set; }
    public byte[]? Answer { get; private set; }
    public string? DecidedBy { get; private set; }
    public DateTimeOffset? DecidedAt { get; private set; }
    public int Version { get; private set; } = 1;

    public string Subject => $"objection/{Id}";

    public bool TryDecide(bool upheld, byte[] answer, string by, DateTimeOffset now)
    {
        if (Upheld is not null) return false;
        (Upheld, Answer, DecidedBy, DecidedAt, Version) = (upheld, answer, by, now, Version + 1);
        return true;
    }
}

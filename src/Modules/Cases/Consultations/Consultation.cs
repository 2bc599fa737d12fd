namespace Linli.Cases.Consultations;

/// <summary>会商: units are asked for their views of a hard case. They see it until the consultation is concluded; it stays whose it is.</summary>
internal sealed class Consultation
{
    public required Guid Id { get; init; }
    public required Guid CaseId { get; init; }
    public required string Topic { get; init; }
    public required DateTimeOffset OpenedAt { get; init; }
    public required string OpenedBy { get; init; }

    /// <summary>The unit of who opened it.</summary>
    public required Guid? UnitId { get; init; }

    public DateTimeOffset? ConcludedAt { get; private set; }
    public string? Conclusion { get; private set; }

    public void Conclude(string conclusion, DateTimeOffset at) => (Conclusion, ConcludedAt) = (conclusion, at);
}

/// <summary>What somebody said in a consultation; append-only.</summary>
internal sealed class ConsultationRemark
{
    public required Guid Id { get; init; }
    public required Guid ConsultationId { get; init; }
    public required DateTimeOffset At { get; init; }
    public required string Author { get; init; }
    public required Guid? UnitId { get; init; }
    public required string Text { get; init; }

    /// <summary>The remark it answers.</summary>
    public required Guid? AnswersId { get; init; }
}

/// <summary>What a consultation decided that somebody does, and by when.</summary>
internal sealed class ConsultationDecision
{
    public required Guid Id { get; init; }
    public required Guid ConsultationId { get; init; }
    public required string Text { get; init; }

    /// <summary>The unit that does it.</summary>
    public required Guid UnitId { get; init; }

    /// <summary>The last day for it.</summary>
    public required DateOnly DueOn { get; init; }
    public required DateTimeOffset DecidedAt { get; init; }
    public required string DecidedBy { get; init; }
    public DateTimeOffset? DoneAt { get; private set; }
    public string? DoneBy { get; private set; }

    public void Finish(string by, DateTimeOffset at) => (DoneBy, DoneAt) = (by, at);
}

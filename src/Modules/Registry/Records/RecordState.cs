namespace Linli.Registry;

/// <summary>
/// What was said of a record: true from a day on, until a later state is; known from an instant on, until it is corrected. Nothing else
/// of it ever changes, so that both “how was it on 1 March” and “what did we know on 1 March” have an answer.
/// </summary>
internal sealed class RecordState
{
    public const string PersonalPurpose = "registry.state.personal", SensitivePurpose = "registry.state.sensitive";

    public required Guid Id { get; init; }
    public required Guid RecordId { get; init; }
    public required StateKind Kind { get; init; }

    /// <summary>The first day it is true.</summary>
    public required DateOnly ValidFrom { get; init; }
    public required DateTimeOffset RecordedAt { get; init; }

    /// <summary>When it was found to be wrong and another took its place.</summary>
    public DateTimeOffset? SupersededAt { get; set; }

    /// <summary>Whether from then on it is no more.</summary>
    public required bool Gone { get; init; }

    /// <summary>The state it takes the place of.</summary>
    public required Guid? Corrects { get; init; }
    public required RecordSource Source { get; init; }
    public required Guid? ActorId { get; init; }
    public required string ActorName { get; init; }

    /// <summary>Why, or what shows it.</summary>
    public required string? Remark { get; init; }
    public required string DivisionCode { get; init; }
    public required string? Address { get; init; }
    public required double? Longitude { get; init; }
    public required double? Latitude { get; init; }

    /// <summary>Values by field, as JSON: those that are neither personal nor sensitive.</summary>
    public required string Facts { get; init; }

    /// <summary>Masks of the personal and sensitive values by field, as JSON.</summary>
    public required string Masks { get; init; }

    /// <summary>The personal values by field, JSON encrypted for <see cref="PersonalPurpose"/>.</summary>
    public required byte[]? Personal { get; init; }

    /// <summary>The sensitive values by field, JSON encrypted for <see cref="SensitivePurpose"/>.</summary>
    public required byte[]? Sensitive { get; init; }
}

/// <summary>What brought a state about.</summary>
internal enum StateKind
{
    /// <summary>登记</summary>
    Added,

    /// <summary>变更: the thing itself changed.</summary>
    Changed,

    /// <summary>更正: what was said of it was wrong.</summary>
    Corrected,

    /// <summary>注销: moved away, torn down, closed.</summary>
    Ended,

    /// <summary>核实: somebody looked, and it is still so.</summary>
    Confirmed,

    /// <summary>合并: found to be about the same as another record; one of the two stays.</summary>
    Merged,
}

/// <summary>Where a fact comes from.</summary>
internal enum RecordSource
{
    /// <summary>走访采集</summary>
    Visit,

    /// <summary>窗口登记</summary>
    Counter,

    /// <summary>本人申报</summary>
    Self,

    /// <summary>部门共享</summary>
    Exchange,

    /// <summary>导入</summary>
    Import,
}

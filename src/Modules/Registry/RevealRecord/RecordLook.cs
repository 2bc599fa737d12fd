using Linli.Platform.Access;

namespace Linli.Registry;

/// <summary>That somebody looked at personal values of a record. Only ever added.</summary>
internal sealed class RecordLook : IInDivision
{
    public required Guid Id { get; init; }
    public required Guid RecordId { get; init; }

    /// <summary>The division of the record then.</summary>
    public required string DivisionCode { get; init; }
    public required DateTimeOffset At { get; init; }
    public required Guid? ActorId { get; init; }
    public required string ActorName { get; init; }

    /// <summary>What for, in the looker's words.</summary>
    public required string Purpose { get; init; }

    /// <summary>Keys of the fields that were shown, parted by commas.</summary>
    public required string Fields { get; init; }
}

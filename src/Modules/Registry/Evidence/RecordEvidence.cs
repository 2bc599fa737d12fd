namespace Linli.Registry;

/// <summary>A photo or document that shows that a state is so. Only ever added. The name it came under is not kept: it may name somebody.</summary>
internal sealed class RecordEvidence
{
    public required Guid Id { get; init; }
    public required Guid RecordId { get; init; }

    /// <summary>The state that it shows.</summary>
    public required Guid StateId { get; init; }

    /// <summary>Its place in the file store.</summary>
    public required string Hash { get; init; }
    public required string MediaType { get; init; }
    public required long Length { get; init; }

    /// <summary>Pixels; null for what is no photo.</summary>
    public required int? Width { get; init; }

    /// <summary>Pixels; null for what is no photo.</summary>
    public required int? Height { get; init; }
    public required DateTimeOffset AddedAt { get; init; }
    public required Guid? ActorId { get; init; }
    public required string ActorName { get; init; }
}

namespace Linli.Cases;

/// <summary>A photo or file of a case.</summary>
internal sealed class Attachment
{
    public required Guid Id { get; init; }
    public required Guid CaseId { get; init; }

    /// <summary>The history entry it came with.</summary>
    public required Guid EntryId { get; init; }
    public required string Hash { get; init; }
    public required string MediaType { get; init; }
    public required long Length { get; init; }
    public required int? Width { get; init; }
    public required int? Height { get; init; }
    public required string Name { get; init; }

    /// <summary>Whether the reporter may see it: their own, and the photos after.</summary>
    public required bool ForReporter { get; init; }
    public required DateTimeOffset AddedAt { get; init; }

    /// <summary>The same file on another case; it is stored once.</summary>
    public Attachment For(Guid caseId, Guid entryId) => new()
    {
        Id = Guid.CreateVersion7(AddedAt), CaseId = caseId, EntryId = entryId, Hash = Hash, MediaType = MediaType, Length = Length, Width = Width, Height = Height, Name = Name,
        ForReporter = false, AddedAt = AddedAt,   // the reporter has it on their own case
    };
}

namespace Linli.Cases.Open311;

/// <summary>An update that another system sent, under its own key: sent again, it is the same.</summary>
internal sealed class ForeignUpdate
{
    /// <summary>The API key it came with.</summary>
    public required Guid KeyId { get; init; }

    /// <summary>What the other system calls it.</summary>
    public required string UpdateId { get; init; }
    public required Guid CaseId { get; init; }

    /// <summary>The entry of the history it became.</summary>
    public required Guid EntryId { get; init; }
}

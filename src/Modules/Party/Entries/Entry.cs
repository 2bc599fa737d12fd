using Linli.Platform.Access;

namespace Linli.Party;

/// <summary>Which of the lists beside the projects something stands in.</summary>
internal enum EntryKind
{
    /// <summary>需求: what people here need.</summary>
    Need,

    /// <summary>资源: what an organisation or unit can give.</summary>
    Resource,
}

/// <summary>A line of the list of needs or of resources.</summary>
internal sealed class Entry : IInDivision
{
    public required Guid Id { get; init; }
    public required string DivisionCode { get; set; }
    public required EntryKind Kind { get; init; }
    public required string Title { get; set; }
    public string? Details { get; set; }

    /// <summary>Who needs or gives it, in words: an organisation, a unit, the residents of an estate.</summary>
    public required string Owner { get; set; }
    public required DateOnly Since { get; init; }

    /// <summary>The first day on which it does not stand in the list any more.</summary>
    public DateOnly? Until { get; set; }
    public int Version { get; set; } = 1;

    public string Subject => $"party-entry/{Id}";
}

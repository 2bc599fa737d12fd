namespace Linli.Cases.Taxonomy;

/// <summary>A node of the taxonomy; the leaf is what is handled. A child's code begins with its parent's.</summary>
internal sealed class Category
{
    public required string Code { get; init; }
    public required string? ParentCode { get; init; }
    public required int Level { get; init; }
    public required string Name { get; set; }
    public required string NameEn { get; set; }

    /// <summary>Words that residents use for it, with blanks between.</summary>
    public required string Keywords { get; set; }
    public required bool IsLeaf { get; init; }

    /// <summary>Endangers people: limits run round the clock.</summary>
    public required bool Urgent { get; set; }

    /// <summary>When it was taken out of use: no case is given it any more, and the cases that have it keep it.</summary>
    public DateTimeOffset? EndedAt { get; set; }

    /// <summary>The category in use that took its place, under which figures count its cases.</summary>
    public string? SuccessorCode { get; set; }
}

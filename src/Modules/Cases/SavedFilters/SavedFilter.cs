namespace Linli.Cases.SavedFilters;

/// <summary>Conditions of the list under a name (常用筛选): somebody's own, their unit's, or everybody's. It widens nobody's view: each reader sees by it what they see anyway.</summary>
internal sealed class SavedFilter
{
    public required Guid Id { get; init; }
    public required string Name { get; set; }

    /// <summary>The conditions, as they stand in the address after the path.</summary>
    public required string Query { get; init; }
    public required Guid OwnerId { get; init; }
    public required FilterReach Reach { get; init; }

    /// <summary>Whose it is, where it is a unit's.</summary>
    public required Guid? UnitId { get; init; }
    public int Version { get; set; } = 1;

    public string Subject => $"saved-filter/{Id}";
}

/// <summary>Who is offered a filter. The label is the text <c>filter-reach.REACH</c>.</summary>
internal enum FilterReach
{
    /// <summary>Who saved it</summary>
    Mine,

    /// <summary>Their unit</summary>
    Unit,

    /// <summary>Everybody</summary>
    All,
}

/// <summary>The filter with which somebody's list begins.</summary>
internal sealed class FirstFilter
{
    public required Guid AccountId { get; init; }
    public required Guid FilterId { get; set; }
}

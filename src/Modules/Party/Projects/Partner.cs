namespace Linli.Party;

/// <summary>Who takes part in a project beside the leading organisation.</summary>
internal sealed class Partner
{
    public required Guid Id { get; init; }
    public required Guid ProjectId { get; init; }

    /// <summary>A party organisation; null for a unit that is only known by name.</summary>
    public Guid? OrganisationId { get; init; }
    public required string Name { get; init; }

    /// <summary>In which line it was written.</summary>
    public required int Position { get; init; }
}

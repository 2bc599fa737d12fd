namespace Linli.Contracts.Grids;

/// <summary>The ground of grids was divided anew. Whoever keeps where things lie takes them along; what happened there stays where it was.</summary>
/// <param name="Community">Code of the community that they lie in.</param>
/// <param name="From">Codes of the grids whose ground it was; those that are not in <paramref name="To"/> have ended.</param>
/// <param name="To">The grids it is now.</param>
/// <param name="On">The site's day.</param>
public sealed record GridsRedrawn(string Community, IReadOnlyList<string> From, IReadOnlyList<RedrawnGround> To, DateOnly On) : IEvent
{
    /// <inheritdoc/>
    public static string Name => "grids.redrawn.v1";
}

/// <summary>A grid as it is now.</summary>
/// <param name="Code">Its code.</param>
/// <param name="Boundary">GeoJSON geometry, WGS-84.</param>
public sealed record RedrawnGround(string Code, string Boundary);

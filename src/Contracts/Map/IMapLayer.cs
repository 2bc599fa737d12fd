namespace Linli.Contracts.Map;

/// <summary>
/// A layer of the one map, given by the module that has the data and registered as a scoped service. It answers for the caller of the
/// request: what it gives back lies in the caller's divisions, by a condition of the query itself. Tiles are kept for all callers with the
/// same divisions, who stand in for the same other grids today (and of the same unit, for those who see their own unit's work only), so an
/// answer hangs on nothing else of the caller.
/// </summary>
public interface IMapLayer
{
    /// <summary>Short lower-case word, unique, part of addresses: <c>cases</c>.</summary>
    string Key { get; }

    /// <summary>Place in the list of layers and from the ground up: areas below points.</summary>
    int Order { get; }

    /// <summary>What shows on it.</summary>
    MapShape Shape { get; }

    /// <summary>The permission without which the layer is not there.</summary>
    string Permission { get; }

    /// <summary>The permission to take it out as a table.</summary>
    string ExportPermission { get; }

    /// <summary>Topic of the live feed that tells when it has changed; null where tiles simply grow old.</summary>
    string? Topic { get; }

    /// <summary>Its name in the reader's language.</summary>
    string Title { get; }

    /// <summary>Whether the map shows it only when asked to; the sand table counts it always.</summary>
    bool Quiet => false;

    /// <summary>The legend: what a feature can be. What matters most comes first, and a cluster looks like the first of its own.</summary>
    ValueTask<IReadOnlyList<MapKind>> KindsAsync(CancellationToken ct);

    /// <summary>What is told of a feature beside its name, in the order of <see cref="MapFeature.Values"/>.</summary>
    IReadOnlyList<MapField> Fields { get; }

    /// <summary>
    /// What shows in a window, at most <see cref="MapWindow.Most"/>. Points that lie close together are grouped by the map; where
    /// there would be too many even to read, the layer gives counts of its own instead.
    /// </summary>
    Task<IReadOnlyList<MapFeature>> FeaturesAsync(MapWindow window, CancellationToken ct);

    /// <summary>How many there are within a division, by the code of the division that each is filed under; the map adds them up.</summary>
    Task<IReadOnlyDictionary<string, int>> CountAsync(string division, CancellationToken ct);

    /// <summary>Address of the list behind the count of a division; null where there is none.</summary>
    string? ListOf(string division);
}

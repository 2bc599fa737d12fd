namespace Linli.Geo;

/// <summary>Where things lie once the ground of some grids of a community was divided anew.</summary>
/// <param name="grids">Codes of the grids as they are now, and their boundaries: GeoJSON geometry, WGS-84.</param>
/// <param name="community">Code of the community that they lie in.</param>
public sealed class RedrawnGrids(IReadOnlyList<(string Code, string Boundary)> grids, string community)
{
    private const double MostMetres = 1_000;   // a thing may be listed in the grid beside the one its position lies in
    private readonly GridIndex ground = new(grids.Select(grid => (grid.Code, GeoJson.ReadGeometry(grid.Boundary))));

    /// <summary>The grid of a position; null for none, and for one that lies far from all of them.</summary>
    public string? At(double? longitude, double? latitude) => longitude is { } x && latitude is { } y ? ground.Nearest(x, y, MostMetres)?.Code : null;

    /// <summary>Where something lies that lay in a grid, when nothing tells in which part of it: there still, in the one that has it all, or in the community.</summary>
    public string Otherwise(string before) => grids is [var (only, _)] ? only : grids.Any(grid => grid.Code == before) ? before : community;
}

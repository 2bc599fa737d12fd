using Linli.Contracts.Grids;
using Linli.Platform.Access;
using Linli.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Linli.Grids;

/// <summary>A grid with the people who serve it.</summary>
/// <param name="Code">Its code.</param>
/// <param name="Name">Its name.</param>
/// <param name="Path">Where it is in words.</param>
/// <param name="SquareMetres">How large; null where it is not drawn.</param>
/// <param name="PerimeterMetres">The length of its boundary; null where it is not drawn.</param>
/// <param name="Zone">The zone it is in.</param>
/// <param name="Team">Its team in the order of 1+2+3+N.</param>
/// <param name="Former">Who was of its team once.</param>
internal sealed record GridTeam(
    string Code, string Name, string Path, double? SquareMetres, double? PerimeterMetres, ZoneDetail? Zone, IReadOnlyList<TeamLine> Team, IReadOnlyList<TeamLine> Former);

internal sealed class SeeTeamHandler(AppDb db, IAccess access, TeamReader teams, SeeZonesHandler zones, SeeDivisionsHandler divisions)
{
    /// <summary>Null when there is no such grid within the caller's scope.</summary>
    public async Task<GridTeam?> Find(string code, CancellationToken ct)
    {
        if (divisions.Find(code) is not { Node.Division.Level: DivisionLevel.Grid } found) return null;
        var members = db.TeamMembers.Within(access, code);
        var shape = found.Node.Shape;
        return new(code, found.Summary.Name, found.Summary.Path, shape is null ? null : Geo.Ground.SquareMetres(shape), shape is null ? null : Geo.Ground.PerimeterMetres(shape),
            await zones.Of(code, ct), [.. (await teams.ReadAsync(members, ct))[code]], await teams.FormerAsync(members, ct));
    }
}

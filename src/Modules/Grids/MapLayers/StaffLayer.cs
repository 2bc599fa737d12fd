using Linli.Contracts.Grids;
using Linli.Contracts.Identity;
using Linli.Contracts.Map;
using Linli.Platform.Access;
using Linli.Platform.Data;
using Linli.Platform.Time;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Linli.Grids;

/// <summary>Who serves each grid today: its own workers, a stand-in, or nobody; in the middle of the grid, for where people are nobody follows.</summary>
internal sealed class StaffLayer(AppDb db, Snapshot<DivisionTree> tree, IAccess access, IStaff staff, IStringLocalizer<GridsModule> text, SiteTime site, TimeProvider clock) : IMapLayer
{
    private static readonly ServiceState[] States = [ServiceState.Nobody, ServiceState.StoodIn, ServiceState.Own];

    public string Key => "staff";

    public int Order => 60;

    public MapShape Shape => MapShape.Points;

    public string Permission => GridsPolicies.See;

    public string ExportPermission => GridsPolicies.ManageTeams;

    public string? Topic => TellingMaps.Teams;

    public bool Quiet => true;

    public string Title => text["map-staff"];

    public IReadOnlyList<MapField> Fields => [new("grid", text["level.Grid"]), new("away", text["map-away"])];

    public ValueTask<IReadOnlyList<MapKind>> KindsAsync(CancellationToken ct) =>
        ValueTask.FromResult<IReadOnlyList<MapKind>>([.. States.Select(state => new MapKind(KindOf(state), text["service." + state], Enum.Parse<MapTone>(state.Tone.ToString())))]);

    public async Task<IReadOnlyList<MapFeature>> FeaturesAsync(MapWindow window, CancellationToken ct)
    {
        var grids = Seen("").Where(grid => window.Middle(grid) is not null).ToList();
        var services = await ReadAsync(grids, ct);
        var names = window.Zoom >= MapWindow.Single ? await staff.NamesAsync([.. services.Values.SelectMany(service => service.Serving.Concat(service.Away)).Distinct()], ct) : null;
        return [.. grids.Select(grid => (Grid: grid, Service: services.GetValueOrDefault(grid.Code, Nobody))).Select(place => new MapFeature(
            window.Middle(place.Grid)!, KindOf(place.Service.State), names is null ? null : Said(names, place.Service.Serving) ?? place.Grid.Name, "/desk/grids/" + place.Grid.Code, place.Service.Serving.Count)
        {
            Values = [place.Grid.Name, names is null ? null : Said(names, place.Service.Away)],
        })];
    }

    public async Task<IReadOnlyDictionary<string, int>> CountAsync(string division, CancellationToken ct) =>
        (await ReadAsync([.. Seen(division)], ct)).ToDictionary(grid => grid.Key, grid => grid.Value.Serving.Count);

    public string? ListOf(string division) => "/desk/grids?under=" + division;

    private IEnumerable<Division> Seen(string division) => tree.Value.At(DivisionLevel.Grid, division).Select(node => node.Division).Where(grid => access.Sees(grid.Code));

    private async Task<Dictionary<string, Service>> ReadAsync(IReadOnlyCollection<Division> grids, CancellationToken ct)
    {
        var (codes, today) = (grids.Select(grid => grid.Code).ToList(), site.Date(clock.GetUtcNow()));
        var teams = await db.TeamMembers.AsNoTracking().On(today).Where(m => m.AccountId != null && codes.Contains(m.DivisionCode)).ToListAsync(ct);
        var away = (await db.AwayAsync(teams.Select(m => m.AccountId!.Value), today, ct)).Keys.ToHashSet();
        return teams.GroupBy(m => m.DivisionCode, StringComparer.Ordinal).ToDictionary(team => team.Key, team => Of([.. team], away), StringComparer.Ordinal);
    }

    private static Service Of(IReadOnlyList<TeamMember> team, HashSet<Guid> away)
    {
        var serving = Serving.Of(team, away);
        var state = serving is [] ? ServiceState.Nobody : serving[0].Role is TeamRole.StandIn ? ServiceState.StoodIn : ServiceState.Own;
        return new(state, [.. serving.Select(m => m.AccountId!.Value)], [.. team.Where(m => m.Role is TeamRole.Worker && away.Contains(m.AccountId!.Value)).Select(m => m.AccountId!.Value)]);
    }

    private static string? Said(IReadOnlyDictionary<Guid, string> names, IReadOnlyList<Guid> people) => people is [] ? null : string.Join("、", people.Select(person => names.GetValueOrDefault(person, "")));

    private static string KindOf(ServiceState state) => state.ToString().ToLowerInvariant();

    private static Service Nobody { get; } = new(ServiceState.Nobody, [], []);

    private sealed record Service(ServiceState State, IReadOnlyList<Guid> Serving, IReadOnlyList<Guid> Away);
}

using Linli.Contracts.Addresses;
using Linli.Contracts.Grids;
using Linli.Contracts.Map;
using Linli.Platform.Access;
using Linli.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using NetTopologySuite.Geometries;

namespace Linli.Party;

/// <summary>Organisations: those of a building stand at it, the others are counted in the middle of their division; from afar all are.</summary>
internal sealed class OrganisationsLayer(AppDb db, IAddresses addresses, IDivisions divisions, IAccess access, IStringLocalizer<PartyModule> text) : IMapLayer
{
    private const int FirstAlone = 14;

    public string Key => "party";

    public int Order => 45;

    public MapShape Shape => MapShape.Points;

    public string Permission => PartyPolicies.See;

    public string ExportPermission => PartyPolicies.Manage;

    public string? Topic => null;

    public bool Quiet => true;

    public string Title => text["organisations"];

    public IReadOnlyList<MapField> Fields => [new("members", text["member-count"])];

    public ValueTask<IReadOnlyList<MapKind>> KindsAsync(CancellationToken ct) =>
        ValueTask.FromResult<IReadOnlyList<MapKind>>([.. Enum.GetValues<OrganisationKind>().Select(kind => new MapKind(KindOf(kind), text["kind." + kind], Tone(kind)))]);

    public async Task<IReadOnlyList<MapFeature>> FeaturesAsync(MapWindow window, CancellationToken ct)
    {
        var placed = window.Zoom < FirstAlone ? [] : await PlacedAsync(window, ct);
        var rest = Seen().Where(o => window.Zoom < FirstAlone || o.BuildingId == null);
        var counts = await rest.GroupBy(o => new { o.DivisionCode, o.Kind }).Select(g => new { g.Key.DivisionCode, g.Key.Kind, Count = g.Count() }).ToListAsync(ct);
        return [.. placed, .. window.InMiddles(divisions, counts.Select(count => (count.DivisionCode, KindOf(count.Kind), count.Count)))];
    }

    public async Task<IReadOnlyDictionary<string, int>> CountAsync(string division, CancellationToken ct) =>
        await Seen(division).GroupBy(o => o.DivisionCode).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, ct);

    public string? ListOf(string division) => "/desk/party?under=" + division;

    private async Task<IEnumerable<MapFeature>> PlacedAsync(MapWindow window, CancellationToken ct)
    {
        var rows = await Seen().Where(o => o.BuildingId != null).Take(MapWindow.Most).Select(o => new { o.Id, o.Name, o.Kind, o.MemberCount, o.BuildingId }).ToListAsync(ct);
        var standing = addresses.Standing(window.Box).ToDictionary(building => building.Id, building => building.At);
        return rows.Where(o => standing.ContainsKey(o.BuildingId!.Value)).Select(o => (Organisation: o, At: standing[o.BuildingId!.Value])).Select(placed => new MapFeature(
            new Point(placed.At.Lon, placed.At.Lat), KindOf(placed.Organisation.Kind), placed.Organisation.Name, "/desk/party/" + placed.Organisation.Id)
        {
            Values = [placed.Organisation.MemberCount],
        });
    }

    private IQueryable<Organisation> Seen(string? under = null) => db.Organisations.AsNoTracking().Within(access, under).Present();

    private static MapTone Tone(OrganisationKind kind) => kind switch { <= OrganisationKind.Committee => MapTone.Progress, OrganisationKind.Group => MapTone.Neutral, _ => MapTone.Info };

    private static string KindOf(OrganisationKind kind) => kind.ToString().ToLowerInvariant();
}

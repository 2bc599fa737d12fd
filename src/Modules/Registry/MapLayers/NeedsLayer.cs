using Linli.Contracts.Grids;
using Linli.Contracts.Map;
using Linli.Platform.Access;
using Linli.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Linli.Registry;

/// <summary>How many people are looked after, and why, in the middle of their grid or community; never who, and no group that is small.</summary>
internal sealed class NeedsLayer(AppDb db, IDivisions divisions, IAccess access, IStringLocalizer<RegistryModule> text) : IMapLayer
{
    private const string LookedAfter = "looked-after";

    public string Key => "needs";

    public int Order => 50;

    public MapShape Shape => MapShape.Points;

    public string Permission => RegistryPolicies.See;

    public string ExportPermission => RegistryPolicies.Export;

    public string? Topic => null;

    public string Title => text["map-needs", SmallGroups.Least];

    public IReadOnlyList<MapField> Fields => [.. NeedKinds.All.Select(kind => new MapField(kind.Code, kind.Say()))];

    public ValueTask<IReadOnlyList<MapKind>> KindsAsync(CancellationToken ct) => ValueTask.FromResult<IReadOnlyList<MapKind>>([new(LookedAfter, Title, MapTone.Waiting)]);

    public async Task<IReadOnlyList<MapFeature>> FeaturesAsync(MapWindow window, CancellationToken ct)
    {
        var features = new List<MapFeature>();
        foreach (var place in (await GroupsAsync(null, ct)).GroupBy(g => g.Key.Division, g => (g.Key.Kind, Count: g.Value)))
        {
            if (divisions.Find(place.Key) is not { } division || window.Middle(division) is not { } middle) continue;
            var kinds = place.ToDictionary(g => g.Kind, g => g.Count);
            features.Add(new(middle, LookedAfter, division.Name, Count: kinds.Values.Sum()) { Values = [.. NeedKinds.All.Select(kind => kinds.TryGetValue(kind.Code, out var count) ? count : (object?)null)] });
        }
        return features;
    }

    public async Task<IReadOnlyDictionary<string, int>> CountAsync(string division, CancellationToken ct) =>
        (await GroupsAsync(division, ct)).GroupBy(g => g.Key.Division).ToDictionary(place => place.Key, place => place.Sum(g => g.Value));

    /// <summary>Those who may visit them find there who they are.</summary>
    public string? ListOf(string division) => access.May(RegistryPolicies.SeeNeeds) ? "/desk/registry/visits?division=" + division : null;

    private async Task<IReadOnlyDictionary<(string Division, string Kind), int>> GroupsAsync(string? division, CancellationToken ct)
    {
        var counts = await db.Needs.AsNoTracking().Within(access, division).Where(n => n.EndedOn == null)
            .GroupBy(n => new { n.DivisionCode, n.Kind }).Select(g => new { g.Key.DivisionCode, g.Key.Kind, Count = g.Count() }).ToListAsync(ct);
        return LargeGroups.Of(counts.Select(count => (count.DivisionCode, count.Kind, count.Count)), access.Division ?? "");
    }
}

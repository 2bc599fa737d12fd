using Linli.Contracts.Map;
using Linli.Platform.Access;
using Microsoft.Extensions.Localization;
using NetTopologySuite.Geometries;

namespace Linli.Grids;

/// <summary>Named places (estates, landmarks, junctions), from where one can tell them apart.</summary>
internal sealed class PlacesLayer(Snapshot<PlaceIndex> index, IAccess access, IStringLocalizer<GridsModule> text) : IMapLayer
{
    private const string Place = "place";
    private const int FirstZoom = 14;

    public string Key => "places";

    public int Order => 20;

    public MapShape Shape => MapShape.Points;

    public string Permission => GridsPolicies.See;

    public string ExportPermission => GridsPolicies.See;

    public string? Topic => TellingMaps.Topic;

    public string Title => text["places"];

    public ValueTask<IReadOnlyList<MapKind>> KindsAsync(CancellationToken ct) => ValueTask.FromResult<IReadOnlyList<MapKind>>([new(Place, text["place"], MapTone.Info)]);

    public IReadOnlyList<MapField> Fields => [new("address", text["address"])];

    public Task<IReadOnlyList<MapFeature>> FeaturesAsync(MapWindow window, CancellationToken ct) => Task.FromResult<IReadOnlyList<MapFeature>>(
        [.. (window.Zoom >= FirstZoom ? Seen() : []).Where(place => window.Box.Contains(new(place.Longitude, place.Latitude))).Take(MapWindow.Most)
            .Select(place => new MapFeature(new Point(place.Longitude, place.Latitude), Place, place.Name) { Values = [place.Address] })]);

    public Task<IReadOnlyDictionary<string, int>> CountAsync(string division, CancellationToken ct) => Task.FromResult<IReadOnlyDictionary<string, int>>(
        Seen().Where(place => place.DivisionCode.StartsWith(division, StringComparison.Ordinal)).CountBy(place => place.DivisionCode).ToDictionary());

    public string? ListOf(string division) => null;

    private IEnumerable<Contracts.Grids.Place> Seen() => index.Value.All.Where(place => access.Sees(place.DivisionCode));
}

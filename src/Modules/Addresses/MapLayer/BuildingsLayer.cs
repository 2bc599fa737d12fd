using Linli.Contracts.Grids;
using Linli.Contracts.Map;
using Linli.Platform.Access;
using Microsoft.Extensions.Localization;
using NetTopologySuite.Geometries;

namespace Linli.StandardAddresses;

/// <summary>The buildings of the register with how many rooms are known; from afar how many stand in each grid.</summary>
internal sealed class BuildingsLayer(AddressMemory memory, IDivisions divisions, IAccess access, IStringLocalizer<AddressesModule> text) : IMapLayer
{
    private const string Surveyed = "surveyed", Bare = "bare";
    private const int FirstAlone = 14;

    public string Key => "buildings";

    public int Order => 30;

    public MapShape Shape => MapShape.Points;

    public string Permission => AddressesPolicies.See;

    public string ExportPermission => AddressesPolicies.Manage;

    public string? Topic => null;   // the memory follows the register by itself, a moment later

    public bool Quiet => true;

    public string Title => text["map-buildings"];

    public IReadOnlyList<MapField> Fields => [new("rooms", text["map-rooms"])];

    public ValueTask<IReadOnlyList<MapKind>> KindsAsync(CancellationToken ct) =>
        ValueTask.FromResult<IReadOnlyList<MapKind>>([new(Surveyed, text["map-surveyed"], MapTone.Info), new(Bare, text["map-bare"], MapTone.Neutral)]);

    public Task<IReadOnlyList<MapFeature>> FeaturesAsync(MapWindow window, CancellationToken ct) => Task.FromResult<IReadOnlyList<MapFeature>>(
        [.. (window.Zoom < FirstAlone ? Counted(window) : Alone(window)).Take(MapWindow.Most)]);

    public Task<IReadOnlyDictionary<string, int>> CountAsync(string division, CancellationToken ct) => Task.FromResult<IReadOnlyDictionary<string, int>>(
        Seen.Where(place => place.Key.StartsWith(division, StringComparison.Ordinal)).ToDictionary(StringComparer.Ordinal));

    public string? ListOf(string division) => null;

    private IEnumerable<KeyValuePair<string, int>> Seen => memory.Buildings.ByDivision.Where(place => access.Sees(place.Key));

    private IEnumerable<MapFeature> Counted(MapWindow window) => window.InMiddles(divisions, Seen.Select(place => (place.Key, Surveyed, place.Value)));

    private IEnumerable<MapFeature> Alone(MapWindow window) => memory.Buildings.Within(window.Box).Where(building => access.Sees(building.DivisionCode))
        .Select(building => new MapFeature(new Point(building.At.Lon, building.At.Lat), building.Rooms > 0 ? Surveyed : Bare, building.Name, "/desk/addresses/" + building.Code)
        {
            Values = [building.Rooms > 0 ? building.Rooms : null],
        });
}

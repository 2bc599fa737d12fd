using Linli.Contracts.Grids;
using Linli.Contracts.Map;
using Linli.Geo;
using Linli.Platform.Access;
using Microsoft.Extensions.Localization;

namespace Linli.Grids;

/// <summary>The borders, from the district down to what the zoom has room for.</summary>
internal sealed class DivisionsLayer(Snapshot<DivisionTree> tree, IAccess access, IStringLocalizer<GridsModule> text) : IMapLayer
{
    private static readonly DivisionLevel[] Levels = [DivisionLevel.District, DivisionLevel.Street, DivisionLevel.Community, DivisionLevel.Grid];

    public string Key => "divisions";

    public int Order => 10;

    public MapShape Shape => MapShape.Areas;

    public string Permission => GridsPolicies.See;

    public string ExportPermission => GridsPolicies.See;

    public string? Topic => TellingMaps.Topic;

    public string Title => text["divisions"];

    public ValueTask<IReadOnlyList<MapKind>> KindsAsync(CancellationToken ct) => ValueTask.FromResult<IReadOnlyList<MapKind>>([.. Levels.Select(level => new MapKind(KindOf(level), text["level." + level], MapTone.Neutral))]);

    public IReadOnlyList<MapField> Fields => [new("code", text["code"])];

    public Task<IReadOnlyList<MapFeature>> FeaturesAsync(MapWindow window, CancellationToken ct) => Task.FromResult<IReadOnlyList<MapFeature>>(
        [.. Levels.TakeWhile(level => level <= Deepest(window.Zoom)).SelectMany(Seen)
            .Where(node => node.Shape is not null && BoundingBox.Of(node.Shape).Intersects(window.Box)).Take(MapWindow.Most)
            .Select(node => new MapFeature(node.Shape!, KindOf(node.Division.Level), node.Division.Name, "/desk/map?in=" + node.Division.Code) { Values = [node.Division.Code] })]);

    /// <summary>The grids.</summary>
    public Task<IReadOnlyDictionary<string, int>> CountAsync(string division, CancellationToken ct) => Task.FromResult<IReadOnlyDictionary<string, int>>(
        tree.Value.At(DivisionLevel.Grid, division).Select(node => node.Division.Code).Where(access.Sees).ToDictionary(code => code, _ => 1));

    public string? ListOf(string division) => "/desk/divisions/" + division;

    private IEnumerable<DivisionNode> Seen(DivisionLevel level) => tree.Value.At(level, "").Where(node => access.Sees(node.Division.Code));

    private static DivisionLevel Deepest(int zoom) => zoom switch
    {
        < 10 => DivisionLevel.District,
        < 12 => DivisionLevel.Street,
        < 14 => DivisionLevel.Community,
        _ => DivisionLevel.Grid,
    };

    private static string KindOf(DivisionLevel level) => level.ToString().ToLowerInvariant();
}

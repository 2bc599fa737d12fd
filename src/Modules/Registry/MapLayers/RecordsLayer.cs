using Linli.Contracts.Grids;
using Linli.Contracts.Map;
using Linli.Platform.Access;
using Linli.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using NetTopologySuite.Geometries;

namespace Linli.Registry;

/// <summary>Things of a group, whatever types of them the district keeps; from afar how many there are in each grid, also without a position.</summary>
internal abstract class RecordsLayer(string key, int order, RecordGroup group, AppDb db, TypeCache types, IDivisions divisions, IAccess access, IStringLocalizer<RegistryModule> text) : IMapLayer
{
    private const int FirstAlone = 14;
    private static readonly MapTone[] Tones = [MapTone.Info, MapTone.Neutral, MapTone.Good];   // in turn, for a district may add types

    public string Key => key;

    public int Order => order;

    public MapShape Shape => MapShape.Points;

    public string Permission => RegistryPolicies.See;

    public string ExportPermission => RegistryPolicies.Export;

    public string? Topic => null;

    public bool Quiet => true;

    public string Title => text[$"map-{key}"];

    public IReadOnlyList<MapField> Fields => [new("address", text["address"])];

    public async ValueTask<IReadOnlyList<MapKind>> KindsAsync(CancellationToken ct) => [.. (await ShownAsync(ct)).Select((type, i) => new MapKind(type.Code, type.Say(), Tones[i % Tones.Length]))];

    public async Task<IReadOnlyList<MapFeature>> FeaturesAsync(MapWindow window, CancellationToken ct)
    {
        var codes = await CodesAsync(ct);
        if (window.Zoom < FirstAlone)
        {
            var counts = await Present(codes).GroupBy(r => new { r.TypeCode, r.DivisionCode }).Select(g => new { g.Key.TypeCode, g.Key.DivisionCode, Count = g.Count() }).ToListAsync(ct);
            return [.. window.InMiddles(divisions, counts.Select(count => (count.DivisionCode, count.TypeCode, count.Count)))];
        }
        var box = window.Box;
        var records = db.Records.AsNoTracking().ByIndex("ix_registry_record_map").Within(access)
            .Where(r => codes.Contains(r.TypeCode) && r.EndedOn == null && r.Latitude >= box.South && r.Latitude <= box.North && r.Longitude >= box.West && r.Longitude <= box.East).Take(MapWindow.Most);
        var spots = window.Zoom >= MapWindow.Single
            ? records.Select(r => new Spot(r.Id, r.TypeCode, r.Longitude!.Value, r.Latitude!.Value, r.Title, r.Address))
            : records.Select(r => new Spot(r.Id, r.TypeCode, r.Longitude!.Value, r.Latitude!.Value, null, null));
        return [.. (await spots.ToListAsync(ct)).Select(spot => new MapFeature(new Point(spot.Longitude, spot.Latitude), spot.Type, spot.Title, "/desk/registry/" + spot.Id) { Values = [spot.Address] })];
    }

    public async Task<IReadOnlyDictionary<string, int>> CountAsync(string division, CancellationToken ct) =>
        await Present(await CodesAsync(ct), division).GroupBy(r => r.DivisionCode).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, ct);

    public string? ListOf(string division) => null;   // lists are of one type

    private IQueryable<RegistryRecord> Present(string[] codes, string? division = null) =>
        db.Records.AsNoTracking().ByIndex("ix_registry_record_list").Within(access, division).Where(r => codes.Contains(r.TypeCode) && r.EndedOn == null);

    private async Task<IEnumerable<RecordType>> ShownAsync(CancellationToken ct) => (await types.GetAsync(ct)).All.Where(type => type.InGroup == group && !type.OfPerson);

    private async Task<string[]> CodesAsync(CancellationToken ct) => [.. (await ShownAsync(ct)).Select(type => type.Code)];

    private sealed record Spot(Guid Id, string Type, double Longitude, double Latitude, string? Title, string? Address);
}

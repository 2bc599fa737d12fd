using Linli.Contracts.Map;
using Linli.Platform.Access;
using Linli.Platform.Audit;
using Linli.Platform.Data;
using Linli.Platform.Export;
using Linli.Platform.Problems;
using Microsoft.Extensions.Localization;
using NetTopologySuite.Geometries;

namespace Linli.Map;

/// <summary>What lies in an area as a table for spreadsheets, of the layers that the caller may take out. Who took it out is kept.</summary>
internal sealed class ExportAreaHandler(SeenLayers layers, AppDb db, IAccess access, IStringLocalizer<MapModule> text, TimeProvider clock)
{
    /// <summary>Notes who takes it out, and gives the area back that is to be written.</summary>
    public async Task<Result<Polygon>> BeginAsync(string? area, IReadOnlyCollection<string>? keys, CancellationToken ct)
    {
        if (Area.Read(area) is not { } polygon) return MapErrors.AreaWrong;
        db.Audit(access, "map.export", "area", clock.GetUtcNow(), access.Division ?? "", new { Area = area, Layers = Exported(keys).Select(layer => layer.Key) });
        await db.SaveChangesAsync(ct);
        return polygon;
    }

    public async Task WriteAsync(Stream output, Polygon area, IReadOnlyCollection<string>? keys, DateOnly? when, CancellationToken ct)
    {
        await using var csv = new CsvFile(output);
        await csv.WriteAsync(text["layer"].Value, text["kind"].Value, text["name"].Value, text["count"].Value, text["longitude"].Value, text["latitude"].Value, text["details"].Value);
        foreach (var layer in Exported(keys))
        {
            var kinds = (await layer.KindsAsync(ct)).ToDictionary(kind => kind.Key, kind => kind.Text);
            foreach (var feature in (await FindInAreaHandler.ReadAsync(layer, area, when, ct)).Features)
            {
                var at = feature.Shape.InteriorPoint;
                await csv.WriteAsync(layer.Title, kinds[feature.Kind], feature.Name, feature.Count, Math.Round(at.X, 6), Math.Round(at.Y, 6),
                    string.Join(' ', layer.Fields.Zip(feature.Values).Where(pair => pair.Second is not null).Select(pair => $"{pair.First.Text} {pair.Second}")));
            }
        }
    }

    private IEnumerable<IMapLayer> Exported(IReadOnlyCollection<string>? keys) => layers.Chosen(keys).Where(layer => access.May(layer.ExportPermission));
}

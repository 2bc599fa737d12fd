using Linli.Contracts.Map;
using Linli.Geo;
using Linli.Platform.Problems;
using NetTopologySuite.Geometries;
using NetTopologySuite.Geometries.Prepared;

namespace Linli.Map;

/// <summary>What of a layer lies in an area.</summary>
/// <param name="Layer">Key of the layer.</param>
/// <param name="Title">Its name in the reader's language.</param>
/// <param name="Count">How many.</param>
/// <param name="More">Whether there may be more than were counted.</param>
/// <param name="Items">Those that have a name; the first of them only.</param>
internal sealed record AreaContents(string Layer, string Title, int Count, bool More, IReadOnlyList<AreaItem> Items);

/// <summary>Something in an area.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Kind">What it is, in the reader's language.</param>
/// <param name="Href">Where it leads, on this site.</param>
/// <param name="Fields">What else is told of it, by the keys of the layer's fields.</param>
internal sealed record AreaItem(string Name, string Kind, string? Href, IReadOnlyDictionary<string, object?> Fields);

/// <summary>Answers "what is in here": of points those inside, of areas those that reach into it.</summary>
internal sealed class FindInAreaHandler(SeenLayers layers)
{
    private const int MostListed = 100;

    /// <param name="area">The corners, see <see cref="Area"/>.</param>
    /// <param name="keys">Keys of the layers; none asks for all.</param>
    /// <param name="when">A past day, for layers that know it; null asks for now.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<Result<IReadOnlyList<AreaContents>>> Handle(string? area, IReadOnlyCollection<string>? keys, DateOnly? when, CancellationToken ct)
    {
        if (Area.Read(area) is not { } polygon) return MapErrors.AreaWrong;
        var contents = new List<AreaContents>();
        foreach (var layer in layers.Chosen(keys))
        {
            var (found, more) = await ReadAsync(layer, polygon, when, ct);
            var kinds = (await layer.KindsAsync(ct)).ToDictionary(kind => kind.Key, kind => kind.Text);
            contents.Add(new(layer.Key, layer.Title, found.Sum(feature => feature.Count), more, [.. found.Where(feature => feature.Name is not null).Take(MostListed)
                .Select(feature => new AreaItem(feature.Name!, kinds[feature.Kind], feature.Href, layer.Fields.Zip(feature.Values).ToDictionary(pair => pair.First.Key, pair => pair.Second)))]));
        }
        return contents;
    }

    /// <summary>All that a layer has in an area, what matters most first, and whether the layer stopped counting.</summary>
    public static async Task<(IReadOnlyList<MapFeature> Features, bool More)> ReadAsync(IMapLayer layer, Polygon area, DateOnly? when, CancellationToken ct)
    {
        var near = await layer.FeaturesAsync(new(BoundingBox.Of(area), MapWindow.Closest), when, ct);
        var (prepared, ranks) = (PreparedGeometryFactory.Prepare(area), (await layer.KindsAsync(ct)).Index().ToDictionary(kind => kind.Item.Key, kind => kind.Index));
        return ([.. near.Where(feature => prepared.Intersects(feature.Shape)).OrderBy(feature => ranks[feature.Kind])], near.Count == MapWindow.Most);
    }
}

using Linli.Contracts.Map;
using Linli.Platform.Access;

namespace Linli.Map;

/// <summary>The layers that the caller may see, from the ground up.</summary>
internal sealed class SeenLayers(IEnumerable<IMapLayer> layers, IAccess access)
{
    public IReadOnlyList<IMapLayer> All { get; } = [.. layers.Where(layer => access.May(layer.Permission)).OrderBy(layer => layer.Order)];

    public IMapLayer? Find(string key) => All.FirstOrDefault(layer => layer.Key == key);

    /// <summary>Those of these keys; all of them when none is named.</summary>
    public IReadOnlyList<IMapLayer> Chosen(IReadOnlyCollection<string>? keys) => keys is null or { Count: 0 } ? All : [.. All.Where(layer => keys.Contains(layer.Key))];

    /// <summary>Those that the map shows when these are named, and when none is.</summary>
    public IReadOnlyList<IMapLayer> Shown(IReadOnlyCollection<string>? keys) => keys is null ? [.. All.Where(layer => !layer.Quiet)] : Chosen(keys);

    /// <summary>What is to be known of all of them.</summary>
    public async Task<IReadOnlyList<LayerFacts>> FactsAsync(CancellationToken ct)
    {
        var facts = new List<LayerFacts>();
        foreach (var layer in All) facts.Add(new(layer.Key, layer.Title, layer.Shape, layer.Quiet, layer is IMapHistory, await layer.KindsAsync(ct), layer.Fields));
        return facts;
    }
}

using Linli.Contracts.Grids;
using Linli.Contracts.Map;
using Linli.Platform.Access;

namespace Linli.Map;

/// <summary>A division with how many of each layer lie in it, in the order of the layers.</summary>
internal sealed record DivisionCounts(Division Division, IReadOnlyList<LayerCount> Counts);

/// <summary>How many of a layer, and where they are listed.</summary>
internal sealed record LayerCount(int Count, string? Href);

/// <summary>The map as a table: what lies right below a division, or of the deepest the division itself.</summary>
internal sealed class CountBelowHandler(IDivisions divisions, IAccess access)
{
    /// <summary>Where a reader begins: at their own division, or as high as there is something to choose from; null is above everything.</summary>
    public Division? Start()
    {
        if (access.Division is { Length: > 0 } own) return divisions.Find(own);
        Division? at = null;
        while (divisions.Below(at?.Code) is [var only]) at = only;
        return at;
    }

    /// <summary>The divisions above one that the reader sees, from the top.</summary>
    public IReadOnlyList<Division> Above(Division division)
    {
        var above = new List<Division>();
        for (var at = division; at.ParentCode is { } code && access.Sees(code) && divisions.Find(code) is { } parent; at = parent) above.Insert(0, parent);
        return above;
    }

    public async Task<IReadOnlyList<DivisionCounts>> Handle(Division? at, IReadOnlyList<IMapLayer> layers, DateOnly? when, CancellationToken ct)
    {
        var below = divisions.Below(at?.Code).Where(division => access.Sees(division.Code)).ToList();
        if (below.Count == 0 && at is not null) below = [at];
        return await CountAsync(at?.Code ?? "", below, layers, when, ct);
    }

    /// <summary>How many of each layer lie in a division.</summary>
    public async Task<IReadOnlyList<LayerCount>> Total(Division at, IReadOnlyList<IMapLayer> layers, CancellationToken ct) => (await CountAsync(at.Code, [at], layers, null, ct))[0].Counts;

    private static async Task<IReadOnlyList<DivisionCounts>> CountAsync(string under, IEnumerable<Division> parts, IReadOnlyList<IMapLayer> layers, DateOnly? when, CancellationToken ct)
    {
        var counts = new List<IReadOnlyDictionary<string, int>>();
        foreach (var layer in layers) counts.Add(await layer.CountAsync(under, when, ct));
        return [.. parts.Select(part => new DivisionCounts(part, [.. layers.Zip(counts, (layer, all) => new LayerCount(Sum(all, part.Code), layer.ListOf(part.Code, when)))]))];
    }

    private static int Sum(IReadOnlyDictionary<string, int> all, string division) => all.Where(place => place.Key.StartsWith(division, StringComparison.Ordinal)).Sum(place => place.Value);
}

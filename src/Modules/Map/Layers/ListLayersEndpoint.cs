using Linli.Contracts.Map;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Linli.Map;

/// <summary>A layer as programs read it.</summary>
/// <param name="Key">Its word in addresses.</param>
/// <param name="Title">Its name.</param>
/// <param name="Shape">What it is made of.</param>
/// <param name="Quiet">Whether the map shows it only when asked to.</param>
/// <param name="Past">Whether it also shows past days.</param>
/// <param name="Kinds">The legend; what matters most comes first.</param>
/// <param name="Fields">What is told of a feature beside <c>kind</c>, <c>name</c>, <c>href</c> and <c>count</c>.</param>
internal sealed record LayerFacts(string Key, string Title, MapShape Shape, bool Quiet, bool Past, IReadOnlyList<MapKind> Kinds, IReadOnlyList<MapField> Fields);

internal static class ListLayersEndpoint
{
    /// <summary>The layers of the map that the caller may see, from the ground up.</summary>
    public static async Task<Ok<IReadOnlyList<LayerFacts>>> Get(SeenLayers layers, CancellationToken ct) => TypedResults.Ok(await layers.FactsAsync(ct));
}

using Linli.Platform.Problems;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Linli.Registry;

internal static class PopulationEndpoint
{
    /// <summary>The structure of the population of a division, by the divisions below it; groups too small to be shown are null.</summary>
    public static async Task<Results<Ok<PopulationStructure>, ProblemResult>> Get(string? division, ReadPopulationHandler handler, CancellationToken ct) => (await handler.HandleAsync(division, ct)).ToHttp();
}

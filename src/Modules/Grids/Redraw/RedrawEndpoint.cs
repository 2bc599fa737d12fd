using System.Text.Json;
using Linli.Geo;
using Linli.Platform.Problems;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Linli.Grids;

/// <summary>A grid as it will be, its boundary as a GeoJSON geometry.</summary>
internal sealed record RedrawnGrid(string Code, string Name, JsonElement Boundary)
{
    public static RedrawnGrid Of(RedrawPart part) => new(part.Code, part.Name, JsonElement.Parse(GeoJson.WriteGeometry(part.Shape)));
}

/// <summary>A plan with what it makes of the grids.</summary>
internal sealed record RedrawAnswer(RedrawLine Plan, IReadOnlyList<RedrawnGrid> Parts);

internal static class RedrawEndpoint
{
    public static async Task<Ok<IReadOnlyList<RedrawLine>>> List(RedrawHandler handler, CancellationToken ct) => TypedResults.Ok(await handler.List(ct));

    public static async Task<Results<Ok<RedrawAnswer>, ProblemResult>> Get(Guid id, RedrawHandler handler, CancellationToken ct) =>
        await handler.Find(id, ct) is { } found ? TypedResults.Ok(new RedrawAnswer(found.Plan, [.. found.Parts.Select(RedrawnGrid.Of)])) : new ProblemResult(Problem.NotFound);

    /// <summary>What would come of a plan; nothing is changed.</summary>
    public static async Task<Results<Ok<RedrawPreview>, ProblemResult>> Preview(PlanRedraw command, RedrawHandler handler, CancellationToken ct) =>
        (await handler.Preview(command, ct)).Succeeded(out var preview, out var problem) ? TypedResults.Ok(preview.Figures) : new ProblemResult(problem);

    /// <summary>Plans it; for today it takes effect at once. The parts must cover the ground of the grids without gap or overlap wider than a metre.</summary>
    public static async Task<Results<CreatedResult<Guid>, ProblemResult>> Post(PlanRedraw command, RedrawHandler handler, CancellationToken ct) =>
        (await handler.Plan(command, ct)).ToCreated(id => $"/api/v1/redraws/{id}");

    public static async Task<Results<NoContent, ProblemResult>> Withdraw(Guid id, WithdrawRedraw command, RedrawHandler handler, CancellationToken ct) =>
        (await handler.Withdraw(id, command, ct)).ToHttp();
}

using Linli.Platform.Problems;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Linli.Grids;

internal static class EditUnitEndpoint
{
    /// <summary>A unit with its version.</summary>
    public static async Task<Results<Ok<UnitDetail>, ProblemResult>> Get(Guid id, EditUnitHandler handler, CancellationToken ct) =>
        await handler.Find(id, ct) is { } unit ? TypedResults.Ok(unit) : new ProblemResult(Problem.NotFound);

    public static async Task<Results<CreatedResult<UnitDetail>, ProblemResult>> Post(CreateUnit command, EditUnitHandler handler, CancellationToken ct) =>
        (await handler.Create(command, ct)).ToCreated(unit => $"/api/v1/units/{unit.Id}");

    public static async Task<Results<Ok<UnitDetail>, ProblemResult>> Put(Guid id, EditUnit command, EditUnitHandler handler, CancellationToken ct) =>
        (await handler.Edit(id, command, ct)).ToHttp();
}

using Linli.Platform.Problems;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Linli.Workforce;

internal static class CareEndpoint
{
    /// <summary>What is due for the workers of the caller's divisions; of one worker, also what was done.</summary>
    public static async Task<Ok<IReadOnlyList<CareLine>>> List(Guid? worker, CareHandler handler, CancellationToken ct) => TypedResults.Ok(await handler.List(worker, ct));

    /// <summary>Enters what is due for a worker; gives the key.</summary>
    public static async Task<Results<Ok<Guid>, ProblemResult>> Post(AddCare command, CareHandler handler, CancellationToken ct) => (await handler.Add(command, ct)).ToHttp();

    /// <summary>Says that it was done today.</summary>
    public static async Task<Results<NoContent, ProblemResult>> Finish(Guid id, FinishCare command, CareHandler handler, CancellationToken ct) => (await handler.Finish(id, command, ct)).ToHttp();
}

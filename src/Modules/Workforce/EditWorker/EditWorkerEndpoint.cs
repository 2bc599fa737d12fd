using Linli.Platform.Problems;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Linli.Workforce;

internal static class EditWorkerEndpoint
{
    /// <summary>Enters somebody who begins to work today; gives the key.</summary>
    public static async Task<Results<Ok<Guid>, ProblemResult>> Post(AddWorker command, EditWorkerHandler handler, CancellationToken ct) => (await handler.Add(command, ct)).ToHttp();

    /// <summary>Changes a worker: all facts are given, those that stay as well; only the phone may be left out.</summary>
    public static async Task<Results<NoContent, ProblemResult>> Put(Guid id, EditWorker command, EditWorkerHandler handler, CancellationToken ct) => (await handler.Edit(id, command, ct)).ToHttp();
}

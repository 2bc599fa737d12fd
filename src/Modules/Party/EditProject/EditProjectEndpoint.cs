using Linli.Platform.Problems;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Linli.Party;

internal static class EditProjectEndpoint
{
    /// <summary>Enters a joint project, or changes the one whose key is given; gives the key.</summary>
    public static async Task<Results<Ok<Guid>, ProblemResult>> Post(EditProject command, EditProjectHandler handler, CancellationToken ct) => (await handler.Handle(command, ct)).ToHttp();
}

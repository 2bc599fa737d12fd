using Linli.Platform.Problems;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Linli.Party;

internal static class EditEntryEndpoint
{
    /// <summary>The open needs or resources of the caller's divisions, the latest first.</summary>
    public static async Task<Ok<IReadOnlyList<EntryLine>>> List(EntryKind kind, string? under, EditEntryHandler handler, CancellationToken ct) => TypedResults.Ok(await handler.List(kind, under, ct));

    /// <summary>Enters a need or resource, or changes the one whose key is given; gives the key.</summary>
    public static async Task<Results<Ok<Guid>, ProblemResult>> Post(EditEntry command, EditEntryHandler handler, CancellationToken ct) => (await handler.Handle(command, ct)).ToHttp();
}

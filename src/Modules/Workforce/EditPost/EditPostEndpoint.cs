using Linli.Platform.Problems;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Linli.Workforce;

internal static class EditPostEndpoint
{
    /// <summary>The posts of the caller's divisions with how many work in them.</summary>
    public static async Task<Ok<IReadOnlyList<PostLine>>> List(string? under, EditPostHandler handler, CancellationToken ct) => TypedResults.Ok(await handler.List(under, ct));

    /// <summary>Makes a post, or changes the one whose key is given; gives the key.</summary>
    public static async Task<Results<Ok<Guid>, ProblemResult>> Post(EditPost command, EditPostHandler handler, CancellationToken ct) => (await handler.Handle(command, ct)).ToHttp();
}

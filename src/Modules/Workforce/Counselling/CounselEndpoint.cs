using Linli.Platform.Problems;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Linli.Workforce;

internal static class CounselEndpoint
{
    /// <summary>The caller's own counselling, from either side; nobody else's.</summary>
    public static async Task<Ok<IReadOnlyList<CounselWords>>> List(CounselHandler handler, CancellationToken ct) => TypedResults.Ok(await handler.Read(ct));

    /// <summary>Writes to a counsellor, or answers somebody who wrote; kept encrypted, readable by these two.</summary>
    public static async Task<Results<Ok<Guid>, ProblemResult>> Post(SayInCounsel command, CounselHandler handler, CancellationToken ct) => (await handler.Say(command, ct)).ToHttp();
}

using Linli.Platform.Access;
using Linli.Platform.Data;
using Linli.Platform.Problems;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Linli.Cases.Duplicates;

internal static class LikeCasesEndpoint
{
    /// <summary>Open cases that may tell of the same thing, likeliest first, with what speaks for it.</summary>
    public static async Task<Results<Ok<IReadOnlyList<LikeCase>>, ProblemResult>> Get(Guid id, AppDb db, IAccess access, LikeCases like, CancellationToken ct) =>
        await db.Cases.AsNoTracking().Seen(db, access).SingleOrDefaultAsync(c => c.Id == id, ct) is { } found ? TypedResults.Ok(await like.ToAsync(found, ct)) : new ProblemResult(Problem.NotFound);
}

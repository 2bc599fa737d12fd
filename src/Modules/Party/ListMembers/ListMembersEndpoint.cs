using Linli.Platform.Problems;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Linli.Party;

internal static class ListMembersEndpoint
{
    /// <summary>Members of the caller's divisions, a page at a time, phones masked.</summary>
    public static async Task<Ok<MemberList>> List(string? under, string? q, MemberKind? kind, Guid? organisation, int? page, ListMembersHandler handler, CancellationToken ct) =>
        TypedResults.Ok(await handler.Handle(new(under, q, kind, organisation, page ?? 1), ct));

    /// <summary>A member with the version to change them with.</summary>
    public static async Task<Results<Ok<MemberLine>, ProblemResult>> Get(Guid id, ListMembersHandler handler, CancellationToken ct) =>
        await handler.Find(id, ct) is { } member ? TypedResults.Ok(member) : new ProblemResult(Problem.NotFound);
}

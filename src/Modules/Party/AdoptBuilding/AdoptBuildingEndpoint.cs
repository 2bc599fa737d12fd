using Linli.Platform.Problems;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Linli.Party;

internal static class AdoptBuildingEndpoint
{
    /// <summary>A member begins to look after a building; gives the key.</summary>
    public static async Task<Results<Ok<Guid>, ProblemResult>> Post(AdoptBuilding command, AdoptBuildingHandler handler, CancellationToken ct) => (await handler.Handle(command, ct)).ToHttp();

    /// <summary>They do not look after it any more, from today on.</summary>
    public static async Task<Results<NoContent, ProblemResult>> End(Guid id, EndIt command, AdoptBuildingHandler handler, CancellationToken ct) => (await handler.End(id, command, ct)).ToHttp();

    /// <summary>Who looks after a building and who did, or what a member looks after and did; the present first.</summary>
    public static async Task<Ok<IReadOnlyList<AdoptionLine>>> List(Guid? building, Guid? member, ListAdoptionsHandler handler, CancellationToken ct) =>
        TypedResults.Ok(await handler.Handle(building, member, ct));
}

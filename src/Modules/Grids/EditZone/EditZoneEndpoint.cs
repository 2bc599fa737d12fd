using Linli.Platform.Problems;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Linli.Grids;

internal static class EditZoneEndpoint
{
    /// <summary>Makes a zone of neighbouring grids; gives the key.</summary>
    public static async Task<Results<CreatedResult<Guid>, ProblemResult>> Post(CreateZone command, EditZoneHandler handler, CancellationToken ct) =>
        (await handler.Create(command, ct)).ToCreated(id => $"/api/v1/zones/{id}");

    public static async Task<Results<NoContent, ProblemResult>> Put(Guid id, EditZone command, EditZoneHandler handler, CancellationToken ct) =>
        (await handler.Edit(id, command, ct)).ToHttp();

    /// <summary>Ends a zone; its grids stay.</summary>
    public static async Task<Results<NoContent, ProblemResult>> Delete(Guid id, int version, EditZoneHandler handler, CancellationToken ct) =>
        (await handler.End(id, version, ct)).ToHttp();
}

using Linli.Platform.Idempotency;
using Linli.Platform.Problems;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Linli.Cases.SavedFilters;

/// <summary>Saved filters over HTTP.</summary>
internal static class FiltersApi
{
    public static void Map(RouteGroupBuilder api)
    {
        api.RequireAuthorization(CasesPolicies.See);
        api.MapGet("", List).WithName("listFilters");
        api.MapPost("", Save).Idempotent().WithName("saveFilter");
        api.MapPut("{id:guid}", Rename).WithName("renameFilter");
        api.MapDelete("{id:guid}", Remove).WithName("removeFilter");
        api.MapPut("first", BeginWith).WithName("beginWithFilter");
    }

    /// <summary>The filters that the caller is offered, with how many cases each finds.</summary>
    private static async Task<Ok<IReadOnlyList<FilterLine>>> List(ListFiltersHandler handler, CancellationToken ct) => TypedResults.Ok(await handler.HandleAsync(ct));

    /// <summary>Saves conditions under a name; gives the key.</summary>
    private static async Task<Results<Ok<Guid>, ProblemResult>> Save(SaveFilter command, SaveFilterHandler handler, CancellationToken ct) =>
        (await handler.HandleAsync(command, ct)).Succeeded(out var saved, out var problem) ? TypedResults.Ok(saved.Id) : new ProblemResult(problem);

    private static async Task<Results<NoContent, ProblemResult>> Rename(Guid id, RenameFilter command, SaveFilterHandler handler, CancellationToken ct) => (await handler.RenameAsync(id, command, ct)).ToHttp();

    private static async Task<Results<NoContent, ProblemResult>> Remove(Guid id, int version, SaveFilterHandler handler, CancellationToken ct) => (await handler.RemoveAsync(id, version, ct)).ToHttp();

    /// <summary>The filter with which the caller's list begins; without an id as before.</summary>
    private static async Task<Results<NoContent, ProblemResult>> BeginWith(Guid? id, SaveFilterHandler handler, CancellationToken ct) => (await handler.BeginWithAsync(id, ct)).ToHttp();
}

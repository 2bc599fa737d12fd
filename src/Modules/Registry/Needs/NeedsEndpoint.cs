using Linli.Platform.Problems;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Linli.Registry;

internal static class NeedsEndpoint
{
    /// <summary>Visits due within a week and overdue, the longest due first.</summary>
    public static async Task<Ok<VisitList>> Due(string? kind, string? division, int? page, ListVisitsHandler handler, CancellationToken ct) => TypedResults.Ok(await handler.HandleAsync(kind, division, page ?? 1, ct));

    /// <summary>The tags of a person, those in force first.</summary>
    public static async Task<Results<Ok<IReadOnlyList<NeedDetails>>, ProblemResult>> Of(Guid id, ViewRecordHandler view, TagPersonHandler handler, CancellationToken ct) =>
        await view.FindAsync(id, null, null, ct) is null ? new ProblemResult(Problem.NotFound) : TypedResults.Ok(await handler.OfAsync(id, ct));

    public static async Task<Results<CreatedResult<NeedDetails>, ProblemResult>> Tag(Guid id, TagPerson command, TagPersonHandler handler, CancellationToken ct) =>
        (await handler.TagAsync(id, command, ct)).ToCreated(_ => $"/api/v1/registry/records/{id}/needs");

    public static async Task<Results<Ok<NeedDetails>, ProblemResult>> End(Guid id, EndNeed command, TagPersonHandler handler, CancellationToken ct) => (await handler.EndAsync(id, command, ct)).ToHttp();

    /// <summary>Keeps a visit.</summary>
    public static async Task<Results<CreatedResult<VisitDetails>, ProblemResult>> Visit(Guid id, RecordVisit command, RecordVisitHandler handler, CancellationToken ct) =>
        (await handler.HandleAsync(id, command, ct)).ToCreated(_ => $"/api/v1/registry/needs/{id}");
}

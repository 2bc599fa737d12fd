using Linli.Platform.Access;
using Linli.Platform.Problems;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Linli.Registry;

internal static class RecordsEndpoint
{
    /// <summary>Records within the caller's divisions, a page at a time, grid by grid. Conditions as in the list's address: <c>type</c>, <c>q</c>, <c>division</c>, <c>ended</c>, <c>f[field]</c>, <c>page</c>.</summary>
    public static async Task<Ok<RecordList>> List(HttpContext http, ListRecordsHandler handler, CancellationToken ct) =>
        TypedResults.Ok(await handler.HandleAsync(RecordFilter.Read(http.Request.Query), ct));

    /// <summary>A record; as it was on a day, and as it was known at an instant, where these are named.</summary>
    public static async Task<Results<Ok<RecordDetails>, ProblemResult>> Get(Guid id, DateOnly? asOf, DateTimeOffset? known, ViewRecordHandler handler, CancellationToken ct) =>
        await handler.FindAsync(id, asOf, known, ct) is { } found ? TypedResults.Ok(found) : new ProblemResult(Problem.NotFound);

    /// <summary>All states of a record, the last first.</summary>
    public static async Task<Results<Ok<IReadOnlyList<StateDetails>>, ProblemResult>> History(Guid id, ViewRecordHandler handler, IAccess access, CancellationToken ct) =>
        await handler.FileAsync(id, ct) is { } file ? TypedResults.Ok<IReadOnlyList<StateDetails>>([.. file.Changes(access).Select(c => c.State)]) : new ProblemResult(Problem.NotFound);

    public static async Task<Results<CreatedResult<RecordDetails>, ProblemResult>> Post(AddRecord command, AddRecordHandler handler, CancellationToken ct) =>
        (await handler.HandleAsync(command, ct)).ToCreated(record => $"/api/v1/registry/records/{record.Id}");

    public static async Task<Results<Ok<RecordDetails>, ProblemResult>> Change(Guid id, ChangeRecord command, ChangeRecordHandler handler, CancellationToken ct) => (await handler.HandleAsync(id, command, ct)).ToHttp();

    public static async Task<Results<Ok<RecordDetails>, ProblemResult>> Correct(Guid id, CorrectRecord command, CorrectRecordHandler handler, CancellationToken ct) => (await handler.HandleAsync(id, command, ct)).ToHttp();

    public static async Task<Results<Ok<RecordDetails>, ProblemResult>> End(Guid id, EndRecord command, EndRecordHandler handler, CancellationToken ct) => (await handler.HandleAsync(id, command, ct)).ToHttp();

    /// <summary>Somebody looked, and all is still as it is said.</summary>
    public static async Task<Results<Ok<RecordDetails>, ProblemResult>> Confirm(Guid id, ConfirmRecord command, ConfirmRecordHandler handler, CancellationToken ct) => (await handler.HandleAsync(id, command, ct)).ToHttp();

    /// <summary>Personal values in full; that the caller looked, and what for, is kept.</summary>
    public static async Task<Results<Ok<RevealedRecord>, ProblemResult>> Reveal(Guid id, RevealRecord command, RevealRecordHandler handler, CancellationToken ct) => (await handler.HandleAsync(id, command, ct)).ToHttp();
}

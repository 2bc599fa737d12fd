using Linli.Platform.Problems;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Linli.Workforce;

internal static class ReserveEndpoint
{
    /// <summary>The reserve list of the caller's divisions, or with <c>past</c> those who left it.</summary>
    public static async Task<Ok<IReadOnlyList<CandidateLine>>> List(string? under, Guid? post, bool? past, ListReserveHandler handler, CancellationToken ct) =>
        TypedResults.Ok(await handler.Handle(new(under, post, past ?? false), ct));

    /// <summary>The same as a table, UTF-8 CSV.</summary>
    public static async Task<PushStreamHttpResult> GetCsv(string? under, Guid? post, bool? past, ListReserveHandler handler, CancellationToken ct)
    {
        var filter = new ReserveFilter(under, post, past ?? false);
        await handler.AuditAsync(filter, ct);
        return TypedResults.Stream(output => handler.WriteCsvAsync(output, filter, ct), "text/csv; charset=utf-8", "reserve.csv");
    }

    /// <summary>Puts a worker forward for another post; gives the key. Refused, 409, with the rule where their grades do not let them.</summary>
    public static async Task<Results<Ok<Guid>, ProblemResult>> PutForward(PutForward command, KeepReserveHandler handler, CancellationToken ct) => (await handler.PutForward(command, ct)).ToHttp();

    /// <summary>Takes somebody off the list, for a reason that is kept.</summary>
    public static async Task<Results<NoContent, ProblemResult>> End(Guid id, EndReserve command, KeepReserveHandler handler, CancellationToken ct) => (await handler.End(id, command, ct)).ToHttp();
}

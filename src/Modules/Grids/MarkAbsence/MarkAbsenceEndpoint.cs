using Linli.Platform.Problems;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Linli.Grids;

internal static class MarkAbsenceEndpoint
{
    /// <summary>Absences that the caller may see: their own and those within their scope.</summary>
    public static async Task<Ok<IReadOnlyList<AbsenceLine>>> List(MarkAbsenceHandler handler, CancellationToken ct) => TypedResults.Ok(await handler.List(ct));

    /// <summary>Enters an absence, one's own or with <c>grids.manage-teams</c> another's; gives the key. While it lasts the stand-ins see and do the work.</summary>
    public static async Task<Results<Ok<Guid>, ProblemResult>> Post(MarkAbsence command, MarkAbsenceHandler handler, CancellationToken ct) =>
        (await handler.Mark(command, ct)).ToHttp();

    public static async Task<Results<NoContent, ProblemResult>> End(Guid id, EndAbsence command, MarkAbsenceHandler handler, CancellationToken ct) =>
        (await handler.End(id, command, ct)).ToHttp();
}

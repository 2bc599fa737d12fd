using Linli.Platform.Problems;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Linli.Workforce;

internal static class MyAppraisalEndpoint
{
    /// <summary>The caller's own years, with grade and remark once a year is closed.</summary>
    public static async Task<Ok<IReadOnlyList<MyYear>>> List(MyAppraisalHandler handler, CancellationToken ct) => TypedResults.Ok(await handler.Read(ct));

    /// <summary>Writes what the caller says of their own year, while the appraisal is open.</summary>
    public static async Task<Results<NoContent, ProblemResult>> Summarise(Guid id, WriteSummary command, MyAppraisalHandler handler, CancellationToken ct) => (await handler.Summarise(id, command, ct)).ToHttp();

    /// <summary>Objects to one's own grade, once, within some days of the closing; gives the key.</summary>
    public static async Task<Results<Ok<Guid>, ProblemResult>> Object(Guid id, ObjectToGrade command, MyAppraisalHandler handler, CancellationToken ct) => (await handler.Object(id, command, ct)).ToHttp();
}

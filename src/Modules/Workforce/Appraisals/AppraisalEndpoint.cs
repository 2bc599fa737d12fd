using Linli.Platform.Problems;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Linli.Workforce;

internal static class AppraisalEndpoint
{
    /// <summary>Appraisals of the caller's divisions, the latest year first.</summary>
    public static async Task<Ok<IReadOnlyList<AppraisalLine>>> List(AppraisalReader reader, CancellationToken ct) => TypedResults.Ok(await reader.ListAsync(ct));

    /// <summary>An appraisal with everybody in it, or those of one division of it: what they say of their year, its figures, grade and remark.</summary>
    public static async Task<Results<Ok<AppraisalTable>, ProblemResult>> Get(Guid id, string? under, AppraisalReader reader, CancellationToken ct) =>
        await reader.FindAsync(id, under, ct) is { } table ? TypedResults.Ok(table) : new ProblemResult(Problem.NotFound);

    /// <summary>Opens the appraisal of a year for a street with its communities, or for the district's own people; gives the key.</summary>
    public static async Task<Results<Ok<Guid>, ProblemResult>> Open(OpenAppraisal command, OpenAppraisalHandler handler, CancellationToken ct) => (await handler.Handle(command, ct)).ToHttp();

    /// <summary>Grades the workers that are named, each in the version that the caller saw; all or none.</summary>
    public static async Task<Results<NoContent, ProblemResult>> Grade(Guid id, GradeWorkers command, GradeWorkersHandler handler, CancellationToken ct) => (await handler.Handle(id, command, ct)).ToHttp();

    /// <summary>Makes an appraisal final. Refused, 409, with the figures while somebody lacks a grade, when more are excellent than may be, and before 1 December of the year.</summary>
    public static async Task<Results<NoContent, ProblemResult>> Close(Guid id, CloseAppraisal command, CloseAppraisalHandler handler, CancellationToken ct) => (await handler.Close(id, command, ct)).ToHttp();

    /// <summary>Opens a closed appraisal again, for a reason that is kept; only for those whose division lies above.</summary>
    public static async Task<Results<NoContent, ProblemResult>> Reopen(Guid id, ReopenAppraisal command, CloseAppraisalHandler handler, CancellationToken ct) => (await handler.Reopen(id, command, ct)).ToHttp();

    /// <summary>Decides on the objection of somebody else whom somebody else graded. Upheld, a better grade is given, which keeps to the cap.</summary>
    public static async Task<Results<NoContent, ProblemResult>> Decide(Guid id, DecideObjection command, DecideObjectionHandler handler, CancellationToken ct) => (await handler.Handle(id, command, ct)).ToHttp();
}

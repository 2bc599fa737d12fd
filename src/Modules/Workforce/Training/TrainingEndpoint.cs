using Linli.Platform.Problems;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Linli.Workforce;

internal static class TrainingEndpoint
{
    /// <summary>The courses of the caller's divisions with how many took and passed them.</summary>
    public static async Task<Ok<IReadOnlyList<CourseLine>>> List(TrainingHandler handler, CancellationToken ct) => TypedResults.Ok(await handler.Courses(ct));

    /// <summary>Certificates that have ended or will within two months.</summary>
    public static async Task<Ok<IReadOnlyList<AttendanceLine>>> Expiring(TrainingHandler handler, CancellationToken ct) => TypedResults.Ok(await handler.Expiring(ct));

    /// <summary>Enters a course; gives the key.</summary>
    public static async Task<Results<Ok<Guid>, ProblemResult>> Post(AddCourse command, TrainingHandler handler, CancellationToken ct) => (await handler.Add(command, ct)).ToHttp();

    /// <summary>Says that a worker took a course and whether they passed; who passes has a certificate as long as the course says.</summary>
    public static async Task<Results<NoContent, ProblemResult>> Record(Guid id, RecordAttendance command, TrainingHandler handler, CancellationToken ct) => (await handler.Record(id, command, ct)).ToHttp();
}

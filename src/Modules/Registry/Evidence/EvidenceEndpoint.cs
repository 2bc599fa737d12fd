using System.Globalization;
using Linli.Platform.Files;
using Linli.Platform.Problems;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Linli.Registry;

internal static class EvidenceEndpoint
{
    /// <summary>The photos and documents of a record, the latest first.</summary>
    public static async Task<Results<Ok<IReadOnlyList<EvidenceDetails>>, ProblemResult>> List(Guid id, ViewRecordHandler view, SeeEvidenceHandler handler, CancellationToken ct) =>
        await view.FindAsync(id, null, null, ct) is null ? new ProblemResult(Problem.NotFound) : TypedResults.Ok(await handler.OfAsync(id, ct));

    /// <summary>Adds photos and documents, at most six at once.</summary>
    public static async Task<Results<Ok<IReadOnlyList<EvidenceDetails>>, ProblemResult>> Post(Guid id, AddEvidence command, AddEvidenceHandler handler, CancellationToken ct) => (await handler.HandleAsync(id, command, ct)).ToHttp();

    /// <summary>A photo or document. Of a person's record it is shown within ten minutes after the caller has revealed the record and said what for; that is kept.</summary>
    public static async Task<IResult> Get(Guid id, Guid evidenceId, SeeEvidenceHandler handler, FileStore files, CancellationToken ct) =>
        (await handler.FindAsync(id, evidenceId, ct)).Succeeded(out var found, out var refused)
            ? files.Send(new StoredFile(found.Hash, found.MediaType, found.Length, found.Width, found.Height), found.AddedAt.ToString("yyyyMMdd-HHmmss", CultureInfo.InvariantCulture))
            : new ProblemResult(refused);
}

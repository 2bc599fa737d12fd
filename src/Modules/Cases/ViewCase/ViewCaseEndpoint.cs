using System.Globalization;
using Linli.Platform.Problems;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Net.Http.Headers;

namespace Linli.Cases.ViewCase;

internal static class ViewCaseEndpoint
{
    /// <summary>A case with all that happened to it. The entity tag is the version to send with the next change.</summary>
    public static async Task<Results<Ok<CaseDetails>, StatusCodeHttpResult, ProblemResult>> Get(Guid id, HttpContext http, ViewCaseHandler handler, CancellationToken ct)
    {
        if (await handler.VersionAsync(id, ct) is not { } version) return new ProblemResult(Problem.NotFound);
        var tag = new EntityTagHeaderValue($"\"{version.ToString(CultureInfo.InvariantCulture)}\"");
        http.Response.GetTypedHeaders().ETag = tag;
        http.Response.GetTypedHeaders().CacheControl = new() { Private = true, NoCache = true };
        if (http.Request.GetTypedHeaders().IfNoneMatch.Any(known => known.Compare(tag, useStrongComparison: false))) return TypedResults.StatusCode(StatusCodes.Status304NotModified);
        return (await handler.HandleAsync(id, ct)).Succeeded(out var file, out var problem) ? TypedResults.Ok(CaseDetails.Of(file)) : new ProblemResult(problem);
    }
}

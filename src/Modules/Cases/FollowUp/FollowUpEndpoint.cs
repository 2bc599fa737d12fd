using Linli.Platform.Access;
using Linli.Platform.Data;
using Linli.Platform.Files;
using Linli.Platform.Problems;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Linli.Cases.FollowUp;

internal static class FollowUpEndpoint
{
    /// <summary>What the reporter may know of their case, by the secret of its follow-up link.</summary>
    public static async Task<Results<Ok<FollowedCase>, ProblemResult>> Get(string key, FollowUpHandler handler, HttpContext http, CancellationToken ct)
    {
        http.Response.KeepToItself();
        return (await handler.HandleAsync(key, ct)).ToHttp();
    }

    /// <summary>A photo the reporter may see: their own, and those of the result.</summary>
    public static async Task<IResult> GetFile(string key, Guid id, FollowUpKeys keys, AppDb db, FileStore store, HttpContext http, CancellationToken ct)
    {
        http.Response.KeepToItself();
        if (await keys.OpenAsync(key, ct) is not { } found) return TypedResults.NotFound();
        var (history, cases, leading) = (db.History, db.Cases, found.MasterId ?? found.Id);
        return await db.Attachments.AsNoTracking().SingleOrDefaultAsync(a => a.Id == id && a.ForReporter
                && (a.CaseId == found.Id || ((a.CaseId == leading || cases.Any(c => c.Id == a.CaseId && c.WholeId == leading)) && history.Any(h => h.Id == a.EntryId && h.ActorKind == ActorKind.Staff && (found.MasterId == null || h.At >= found.ClosedAt)))), ct) is { } file
            ? store.Send(new(file.Hash, file.MediaType, file.Length, file.Width, file.Height), file.Name)
            : TypedResults.NotFound();
    }

    /// <summary>The address is a secret: no search engine keeps it, and no other site is told it.</summary>
    public static void KeepToItself(this HttpResponse response)
    {
        response.Headers["X-Robots-Tag"] = "noindex, nofollow";
        response.Headers["Referrer-Policy"] = "no-referrer";
    }
}

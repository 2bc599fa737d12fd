using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using Linli.Cases.FollowUp;
using Linli.Cases.History;
using Linli.Contracts.Grids;
using Linli.Platform.Access;
using Linli.Platform.Data;
using Linli.Platform.Problems;
using Linli.Platform.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;

namespace Linli.Cases.NotFixed;

/// <summary>没有解决: within ten days the reporter takes the case up again.</summary>
internal sealed record NotFixed : IPhotoCommand<NotFixed>
{
    [Required(ErrorMessage = "cases.remark-missing"), StringLength(2000, ErrorMessage = "cases.remark-too-long")] public string? Words { get; set; }

    /// <summary>How it looks now; sent as multipart form data.</summary>
    [JsonIgnore] public IReadOnlyList<IFormFile>? Photos { get; set; }
}

internal sealed class NotFixedHandler(AppDb db, FollowUpKeys keys, IAccess access, ICalendars calendars, Attaching attaching, TellReporter.TellReporter reporters, TimeProvider clock)
{
    public async Task<Result<Done>> HandleAsync(string key, NotFixed command, CancellationToken ct)
    {
        if (CommandValidation.Check(command) is { } invalid) return invalid;
        if (await keys.OpenAsync(key, ct) is not { } reported) return Problem.NotFound;
        var found = await keys.LeadingAsync(reported, ct);
        if (!(await attaching.StoreAsync(command.Photos, ct)).Succeeded(out var photos, out var refused)) return refused;
        var now = clock.GetUtcNow();
        if (found.ReopenByReporter(now) is { } problem) return problem;
        found.Wind(calendars.For(null));
        var own = found == reported;   // what somebody says of a case that theirs was merged into is not for its reporter to read
        attaching.Attach(photos, db.Remember(found, CaseAction.Reopen, access, now, command.Words!.Trim(), forReporter: own), forReporter: own);
        await reporters.TellAsync(found, CaseAction.Reopen, null, now, ct);
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateConcurrencyException)
        {
            return Problem.Stale;
        }
        return new Done();
    }
}

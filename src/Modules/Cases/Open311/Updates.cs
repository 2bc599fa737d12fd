using Linli.Cases.FollowUp;
using Linli.Cases.HandleCase;
using Linli.Cases.History;
using Linli.Cases.ReportProgress;
using Linli.Cases.TakeCase;
using Linli.Platform;
using Linli.Platform.Access;
using Linli.Platform.Data;
using Linli.Platform.Idempotency;
using Linli.Platform.Problems;
using Linli.Platform.Time;
using Linli.Platform.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;

namespace Linli.Cases.Open311;

/// <summary>The updates extension (servicerequestupdates): what happened to cases, oldest first. What was written for a reporter is read only by keys that read the case.</summary>
internal sealed class UpdatesHandler(
    AppDb db, IAccess access, RequestsHandler requests, GeoReportRefusals refusals, IStringLocalizer<CasesModule> text, SiteTime site, IOptions<LinliOptions> options, TimeProvider clock)
{
    public async Task<GeoReportAnswer> ListAsync(GeoReportWords words, CancellationToken ct)
    {
        if (GeoReportWindow.Read(words, "start_date", "end_date", clock.GetUtcNow(), refusals, out var window) is { } refused) return refused;
        var ids = words.List("service_request_id").Select(id => Guid.TryParse(id, out var key) ? key : Guid.Empty).ToList();
        var entries = db.History.AsNoTracking().Where(h => FollowUpHandler.Told.Contains(h.Action));
        if (ids.Count > 0) entries = entries.Where(h => ids.Contains(h.CaseId));
        if (ids.Count == 0 || words["start_date"] is not null || words["end_date"] is not null) entries = entries.Where(h => h.At >= window.From && h.At < window.To);
        var (knows, listed, attachments) = (access.May(CasesPolicies.See), requests.Listed, db.Attachments);
        var rows = await entries.Where(h => listed.Any(c => c.Id == h.CaseId)).OrderBy(h => h.At).ThenBy(h => h.Version).ThenBy(h => h.Id).Skip(window.Skip).Take(window.Take)
            .Select(h => new
            {
                h.Id, h.CaseId, h.At, h.Action, h.Status, Remark = knows && h.ForReporter ? h.Remark : null,
                Photo = knows ? attachments.Where(a => a.EntryId == h.Id && a.CaseId == h.CaseId && a.Width != null && a.ForReporter).OrderBy(a => a.Id).Select(a => (Guid?)a.Id).FirstOrDefault() : null,
            }).ToListAsync(ct);
        return new("service_request_updates", rows.Select(row => new
        {
            UpdateId = row.Id.ToString(),
            ServiceRequestId = row.CaseId.ToString(),
            Status = RequestsHandler.StateOf(row.Status),
            UpdatedDatetime = GeoReportAnswer.Moment(site.Local(row.At)),
            Description = row.Remark ?? text[$"action.{row.Action}"].Value,
            MediaUrl = row.Photo is { } photo ? $"{options.Value.PublicUrl}/api/v1/cases/{row.CaseId}/files/{photo}" : null,
        }).ToList(), "request_update");
    }
}

/// <summary>
/// A unit's own system says how its case goes on: <c>open</c> takes it or reports progress, <c>closed</c> reports it handled. It can do what
/// its key and its unit may do, and no more. Sent again with the same <c>update_id</c> it is the same update.
/// </summary>
internal sealed class PostUpdateHandler(AppDb db, IAccess access, TakeCaseHandler take, ReportProgressHandler progress, HandleCaseHandler handle, GeoReportRefusals refusals)
{
    private const string Open = "open", Closed = "closed";

    /// <param name="words">The form.</param>
    /// <param name="trial">Checks and answers as in earnest, and keeps nothing.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<GeoReportAnswer> HandleAsync(GeoReportWords words, bool trial, CancellationToken ct)
    {
        if (refusals.Unless(CasesPolicies.Handle) is { } locked) return locked;
        List<GeoReportError> missing = [.. ((string[])["service_request_id", "description"]).Where(field => words[field] is null).Select(field => refusals.Error(StatusCodes.Status400BadRequest, "Open311.Missing", field))];
        if (missing.Count > 0) return GeoReportAnswer.Refusal(missing);
        var (status, foreign) = (words["status"]?.ToLowerInvariant() ?? Open, words["update_id"]);
        if (status is not (Open or Closed)) return refusals.Of(StatusCodes.Status400BadRequest, "Open311.BadField", "status");
        if (CommandValidation.Check(new ReportProgress.ReportProgress { Version = 1, Remark = words["description"] }) is { } invalid) return refusals.Of(invalid);
        if (foreign?.Length > IdempotentEndpoint.MaxKeyLength) return refusals.Of(StatusCodes.Status400BadRequest, "Open311.BadField", "update_id");
        try
        {
            return await KnownAsync(foreign, ct) ?? await WriteAsync(words["service_request_id"]!, status, words["description"]!, foreign, trial, ct);
        }
        catch (DbUpdateException)
        {
            db.Forget();
            return await KnownAsync(foreign, ct) ?? refusals.Of(Problem.Stale);
        }
    }

    private async Task<GeoReportAnswer?> KnownAsync(string? foreign, CancellationToken ct) =>
        foreign is not null && await db.ForeignUpdates.Where(u => u.KeyId == access.Actor.Id && u.UpdateId == foreign).Select(u => (Guid?)u.EntryId).SingleOrDefaultAsync(ct) is { } entry ? Posted(entry) : null;

    private async Task<GeoReportAnswer> WriteAsync(string id, string status, string said, string? foreign, bool trial, CancellationToken ct)
    {
        if (!Guid.TryParse(id, out var key) || await db.Cases.AsNoTracking().Seen(db, access).Where(c => c.Id == key).Select(c => new { c.Version, c.Status }).SingleOrDefaultAsync(ct) is not { } found)
            return refusals.Of(StatusCodes.Status404NotFound, "Open311.UnknownRequest", id);
        await using var work = await db.BeginAsync(ct);
        if ((await ActAsync(key, found.Version, found.Status, status, said, ct)).Problem is { } refused) return refusals.Of(refused);
        var entry = await db.History.Where(h => h.CaseId == key).OrderByDescending(h => h.Version).ThenByDescending(h => h.At).Select(h => h.Id).FirstAsync(ct);
        if (foreign is not null) db.Append(new ForeignUpdate { KeyId = access.Actor.Id!.Value, UpdateId = foreign, CaseId = key, EntryId = entry });
        await db.SaveChangesAsync(ct);
        if (!trial) await work.CommitAsync(ct);
        return Posted(entry);
    }

    private Task<Result<CaseState>> ActAsync(Guid id, int version, CaseStatus now, string status, string said, CancellationToken ct) => (status, now) switch
    {
        (Closed, _) => handle.HandleAsync(id, new() { Version = version, Remark = said }, ct),
        (_, CaseStatus.Dispatched) => take.HandleAsync(id, new() { Version = version, Remark = said }, ct),
        _ => progress.HandleAsync(id, new() { Version = version, Remark = said }, ct),
    };

    private static GeoReportAnswer Posted(Guid entry) => new("service_request_updates", new[] { new { UpdateId = entry.ToString() } }, "request_update", StatusCodes.Status201Created);
}

using Linli.Cases.FollowUp;
using Linli.Cases.Taxonomy;
using Linli.Contracts.Grids;
using Linli.Platform;
using Linli.Platform.Access;
using Linli.Platform.Data;
using Linli.Platform.Time;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;

namespace Linli.Cases.Open311;

/// <summary>
/// Cases as service requests. Everybody reads what is public: category, state, times, unit, and the grid it lies in. A key with
/// <c>cases.see</c> reads the cases of its divisions with text, place and photo. Nobody reads here who reported.
/// </summary>
internal sealed class RequestsHandler(
    AppDb db, IAccess access, GeoReportRefusals refusals, TaxonomyCache taxonomy, IUnits units, IDivisions divisions, IStringLocalizer<CasesModule> text, SiteTime site, IOptions<LinliOptions> options,
    IOptions<CasesOptions> rules, TimeProvider clock)
{
    private const string Open = "open", Closed = "closed";

    /// <summary>Whether the caller may read more than the public does.</summary>
    private bool Knows => access.May(CasesPolicies.See);

    /// <summary>The cases there are for a caller who knows which one they want.</summary>
    private IQueryable<Case> Readable => Knows
        ? db.Cases.AsNoTracking().Seen(db, access)
        : rules.Value.PrivateCategories.Aggregate(db.Cases.AsNoTracking(), Without);

    /// <summary>The cases that the caller may come across: of what nobody knows yet what it is about, the public reads nothing.</summary>
    public IQueryable<Case> Listed => Knows ? Readable : Readable.Where(c => c.CategoryCode != null);

    /// <summary>Open or closed. A merged case goes on with the one that it follows.</summary>
    public static string StateOf(CaseStatus status) => status.IsOpen() || status is CaseStatus.Merged ? Open : Closed;

    public async Task<GeoReportAnswer> OneAsync(string id, CancellationToken ct)
    {
        var found = Guid.TryParse(id, out var key) ? await ReadAsync(Readable.Where(c => c.Id == key), ct) : [];
        return found.Count == 0 ? refusals.Of(StatusCodes.Status404NotFound, "Open311.UnknownRequest", id) : Answer(found);
    }

    public async Task<GeoReportAnswer> ListAsync(GeoReportWords words, CancellationToken ct)
    {
        var ids = words.List("service_request_id").Select(id => Guid.TryParse(id, out var key) ? key : Guid.Empty).ToList();
        if (ids.Count > 0) return Answer(await ReadAsync(Readable.Where(c => ids.Contains(c.Id)).OrderByDescending(c => c.ReceivedAt), ct));   // the other words do not count then
        var changed = words["updated_after"] is not null || words["updated_before"] is not null;
        var (from, to) = changed ? ("updated_after", "updated_before") : ("start_date", "end_date");
        if (GeoReportWindow.Read(words, from, to, clock.GetUtcNow(), refusals, out var window) is { } refused) return refused;

        var cases = changed ? Listed : Listed.ByIndex("ix_cases_case_list");
        cases = changed
            ? MovedWithin(cases, window)
            : cases.Where(c => c.ReceivedAt >= window.From && c.ReceivedAt < window.To);
        if (words.List("service_code") is { Count: > 0 } services) cases = cases.Where(c => c.CategoryCode != null && services.Contains(c.CategoryCode));
        if (words.List("status") is { Count: > 0 } states)
        {
            if (!states.All(s => s is Open or Closed)) return refusals.Of(StatusCodes.Status400BadRequest, "Open311.BadField", "status");
            var going = db.Cases.Where(m => m.ClosedAt == null);
            if (states is [Open]) cases = cases.Where(c => c.ClosedAt == null || going.Any(m => m.Id == c.MasterId));
            if (states is [Closed]) cases = cases.Where(c => c.ClosedAt != null && !going.Any(m => m.Id == c.MasterId));
        }
        return Answer(await ReadAsync(cases.OrderByDescending(c => c.ReceivedAt).ThenByDescending(c => c.Id).Skip(window.Skip).Take(window.Take), ct));
    }

    /// <summary>Cases to which something happened that a reporter is told, or to the case that they follow.</summary>
    private IQueryable<Case> MovedWithin(IQueryable<Case> cases, GeoReportWindow window)
    {
        var moved = db.History.Where(h => h.At >= window.From && h.At < window.To && FollowUpHandler.Told.Contains(h.Action)).Select(h => h.CaseId);
        var with = db.Cases.Where(c => c.MasterId != null && moved.Contains(c.MasterId.Value)).Select(c => c.Id);
        var ids = moved.Union(with);
        return cases.Where(c => ids.Contains(c.Id));
    }

    /// <summary>Without a branch of the taxonomy.</summary>
    private static IQueryable<Case> Without(IQueryable<Case> cases, string branch)
    {
        var end = branch + '\uffff';
        return cases.Where(c => c.CategoryCode == null || string.Compare(c.CategoryCode, branch) < 0 || string.Compare(c.CategoryCode, end) >= 0);
    }

    private static GeoReportAnswer Answer(IReadOnlyList<ServiceRequest> requests) => new("service_requests", requests, "request");

    private async Task<IReadOnlyList<ServiceRequest>> ReadAsync(IQueryable<Case> cases, CancellationToken ct)
    {
        var (knows, told, attachments, masters) = (Knows, db.History.Where(h => FollowUpHandler.Told.Contains(h.Action)), db.Attachments, db.Cases.AsNoTracking());
        var tree = await taxonomy.GetAsync(ct);
        var rows = await cases.Select(c => new { c, Leading = masters.FirstOrDefault(m => m.Id == (c.MasterId ?? c.Id))! }).Select(x => new Row(
            x.c.Id, x.Leading.Status, x.c.CategoryCode, x.Leading.UnitId, x.Leading.DispatchedAt, x.c.ReceivedAt, x.Leading.DueAt, x.c.DivisionCode,
            told.Where(h => h.CaseId == x.c.Id).Max(h => (DateTimeOffset?)h.At), told.Where(h => h.CaseId == x.Leading.Id).Max(h => (DateTimeOffset?)h.At),
            knows ? x.c.Text : null, knows ? x.c.Place : null, knows ? x.c.Longitude : null, knows ? x.c.Latitude : null,
            knows ? attachments.Where(a => a.CaseId == x.c.Id && a.Width != null && a.ForReporter).OrderBy(a => a.Id).Select(a => (Guid?)a.Id).FirstOrDefault() : null)).ToListAsync(ct);
        return [.. rows.Select(row => Of(row, tree))];
    }

    private ServiceRequest Of(Row row, TaxonomySnapshot tree)
    {
        var area = divisions.Find(row.DivisionCode);
        var inside = area is { Level: >= DivisionLevel.Community } ? area : null;   // the middle of a street or district would say nothing
        return new()
        {
            ServiceRequestId = row.Id.ToString(),
            Status = StateOf(row.Status),
            StatusNotes = text[$"status.{row.Status}"],
            ServiceName = row.CategoryCode is null ? null : tree.NameOf(row.CategoryCode),
            ServiceCode = row.CategoryCode,
            Description = row.Text,
            AgencyResponsible = row.UnitId is { } unit && !row.Status.IsOnlySuggested(row.DispatchedAt) ? units.Find(unit)?.Name : null,
            RequestedDatetime = GeoReportAnswer.Moment(site.Local(row.ReceivedAt))!,
            UpdatedDatetime = GeoReportAnswer.Moment(site.Local(row.UpdatedAt))!,
            ExpectedDatetime = GeoReportAnswer.Moment(row.DueAt is { } due ? site.Local(due) : null),
            Address = row.Place ?? divisions.PathOf(row.DivisionCode),
            AddressId = row.DivisionCode,
            Lat = row.Latitude ?? inside?.Latitude,
            Long = row.Longitude ?? inside?.Longitude,
            MediaUrl = row.Photo is { } photo ? $"{options.Value.PublicUrl}/api/v1/cases/{row.Id}/files/{photo}" : null,
        };
    }

    private sealed record Row(
        Guid Id, CaseStatus Status, string? CategoryCode, Guid? UnitId, DateTimeOffset? DispatchedAt, DateTimeOffset ReceivedAt, DateTimeOffset? DueAt, string DivisionCode,
        DateTimeOffset? MovedAt, DateTimeOffset? LedAt, string? Text, string? Place, double? Longitude, double? Latitude, Guid? Photo)
    {
        public DateTimeOffset UpdatedAt => new[] { ReceivedAt, MovedAt ?? ReceivedAt, LedAt ?? ReceivedAt }.Max();
    }
}

/// <summary>A case as GeoReport names its parts.</summary>
internal sealed record ServiceRequest
{
    public required string ServiceRequestId { get; init; }
    public required string Status { get; init; }

    /// <summary>Our own state in words.</summary>
    public required string? StatusNotes { get; init; }
    public required string? ServiceName { get; init; }
    public required string? ServiceCode { get; init; }
    public required string? Description { get; init; }
    public required string? AgencyResponsible { get; init; }
    public string? ServiceNotice { get; init; }
    public required string RequestedDatetime { get; init; }
    public required string UpdatedDatetime { get; init; }
    public required string? ExpectedDatetime { get; init; }

    /// <summary>The place as reported; to the public street, community and grid.</summary>
    public required string? Address { get; init; }

    /// <summary>Code of the division.</summary>
    public required string? AddressId { get; init; }
    public string? Zipcode { get; init; }

    /// <summary>Degrees, WGS-84; to the public a point inside the grid.</summary>
    public required double? Lat { get; init; }
    public required double? Long { get; init; }
    public required string? MediaUrl { get; init; }
}

using Linli.Platform.Access;
using Linli.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Linli.Registry;

/// <summary>A visit that is to be made.</summary>
/// <param name="NeedId">Key of the tag.</param>
/// <param name="RecordId">The person.</param>
/// <param name="Title">The mask of the name.</param>
/// <param name="Address">The mask of the address.</param>
/// <param name="DivisionCode">Where they live.</param>
/// <param name="Kind">Why they are looked after.</param>
/// <param name="Due">When the visit is due.</param>
/// <param name="Signal">What a device said since the last visit.</param>
/// <param name="SignalAt">When it said so.</param>
internal sealed record DueVisit(Guid NeedId, Guid RecordId, string Title, string? Address, string DivisionCode, string Kind, DateOnly Due, string? Signal, DateTimeOffset? SignalAt);

/// <summary>A page of visits: where a device said something first, then the longest due.</summary>
internal sealed record VisitList(IReadOnlyList<DueVisit> Items, int Page, int Total, int Overdue);

/// <summary>Who is to be visited within the caller's divisions.</summary>
internal sealed class ListVisitsHandler(AppDb db, IAccess access, RecordContents contents)
{
    public const int PageSize = 30;
    private const int Ahead = 7;

    /// <summary>Visits due within a week, and those overdue.</summary>
    public async Task<VisitList> HandleAsync(string? kind, string? division, int page, CancellationToken ct)
    {
        if (!access.May(RegistryPolicies.SeeNeeds)) return new([], 1, 0, 0);
        var (today, until) = (contents.Today, contents.Today.AddDays(Ahead));
        var needs = db.Needs.AsNoTracking().Within(access, division).Where(n => n.NextVisit != null && n.NextVisit <= until && (kind == null || n.Kind == kind));
        var counts = await needs.GroupBy(n => n.NextVisit < today).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, ct);
        var total = counts.Values.Sum();
        page = Math.Clamp(page, 1, Math.Max(1, (total + PageSize - 1) / PageSize));
        var rows = await WithPeople(needs.OrderBy(n => n.Signal == null).ThenBy(n => n.NextVisit).ThenBy(n => n.Id).Skip((page - 1) * PageSize).Take(PageSize)).ToListAsync(ct);
        return new([.. rows.OrderBy(r => r.Signal is null).ThenBy(r => r.Due).ThenBy(r => r.NeedId)], page, total, counts.GetValueOrDefault(true));
    }

    /// <summary>The next visit by a tag that is in force; null where there is none within the caller's divisions.</summary>
    public Task<DueVisit?> FindAsync(Guid needId, CancellationToken ct) =>
        WithPeople(db.Needs.AsNoTracking().Within(access).Where(n => n.Id == needId && n.NextVisit != null)).SingleOrDefaultAsync(ct);

    private IQueryable<DueVisit> WithPeople(IQueryable<Need> needs) =>
        needs.Join(db.Records, n => n.RecordId, r => r.Id, (n, r) => new DueVisit(n.Id, r.Id, r.Title, r.Address, n.DivisionCode, n.Kind, n.NextVisit!.Value, n.Signal, n.SignalAt));
}

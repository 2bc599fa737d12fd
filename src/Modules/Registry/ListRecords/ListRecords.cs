using Linli.Platform.Access;
using Linli.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Linli.Registry;

/// <summary>A record in a list.</summary>
/// <param name="Id">Key.</param>
/// <param name="Type">Code of the type.</param>
/// <param name="Title">What it is called; the mask where that is personal.</param>
/// <param name="DivisionCode">Where it lies.</param>
/// <param name="Address">Where it is; the mask where that is personal.</param>
/// <param name="EndedOn">Since when it is no more.</param>
/// <param name="ChangedAt">When something was last said of it.</param>
/// <param name="Counted">Values by which it is counted, by field; of dates the years.</param>
internal sealed record RecordSummary(Guid Id, string Type, string Title, string DivisionCode, string? Address, DateOnly? EndedOn, DateTimeOffset ChangedAt, IReadOnlyDictionary<string, string> Counted);

/// <summary>A page of a list, grid by grid.</summary>
/// <param name="Items">The records of this page.</param>
/// <param name="Page">From 1.</param>
/// <param name="Total">How many there are on all pages; counting stops at <see cref="ListRecordsHandler.MostCounted"/>, and a search at <see cref="ListRecordsHandler.MostFound"/>.</param>
/// <param name="More">Whether counting stopped.</param>
internal sealed record RecordList(IReadOnlyList<RecordSummary> Items, int Page, int Total, bool More);

internal sealed class ListRecordsHandler(AppDb db, IAccess access, TypeCache types, RecordVault vault, WordCounts counts)
{
    public const int PageSize = 30, MostCounted = 10_000, MostFound = 200;

    public async Task<RecordList> HandleAsync(RecordFilter filter, CancellationToken ct)
    {
        var (keys, page, total, more) = filter.Text is null ? await WalkAsync(filter, ct) : await FindAsync(filter, ct);
        var rows = await db.Records.AsNoTracking().Within(access).Where(r => keys.Contains(r.Id)).OrderBy(r => r.DivisionCode).ThenBy(r => r.Id)
            .Select(r => new { r.Id, r.TypeCode, r.Title, r.DivisionCode, r.Address, r.EndedOn, r.ChangedAt }).ToListAsync(ct);
        var counted = (await db.RecordFacets.AsNoTracking().Where(f => keys.Contains(f.RecordId)).Select(f => new { f.RecordId, f.Field, f.Value }).ToListAsync(ct)).ToLookup(f => f.RecordId);
        var known = await types.GetAsync(ct);
        return new([.. rows.Select(r => new RecordSummary(
            r.Id, r.TypeCode, r.Title, r.DivisionCode, r.Address, r.EndedOn, r.ChangedAt,
            counted[r.Id].Where(f => known.Find(r.TypeCode)?.Find(f.Field) is { } field && access.Of(field) is not FieldSight.Nothing).ToDictionary(f => f.Field, f => f.Value)))], page, total, more);
    }

    /// <summary>A page of the list, which an index has in its order: that of the records, or that of the first value asked for.</summary>
    private async Task<(List<Guid> Keys, int Page, int Total, bool More)> WalkAsync(RecordFilter filter, CancellationToken ct)
    {
        var places = await FacetsAsync(filter, ct) is [var first, ..] facets && !filter.Ended
            ? facets.Skip(1).Aggregate(first, (met, other) => met.Where(f => other.Any(o => o.RecordId == f.RecordId))).Select(f => new { Id = f.RecordId, f.DivisionCode })
            : (await MeetingAsync(filter, ct)).Select(r => new { r.Id, r.DivisionCode });
        var total = await places.Take(MostCounted).CountAsync(ct);
        var page = PageOf(filter, total);
        return (await places.OrderBy(r => r.DivisionCode).ThenBy(r => r.Id).Skip((page - 1) * PageSize).Take(PageSize).Select(r => r.Id).ToListAsync(ct), page, total, total == MostCounted);
    }

    /// <summary>What a search finds is looked up once, and its page taken out of that.</summary>
    private async Task<(List<Guid> Keys, int Page, int Total, bool More)> FindAsync(RecordFilter filter, CancellationToken ct)
    {
        var found = await (await MeetingAsync(filter, ct, MostFound)).Take(MostFound).Select(r => new { r.Id, r.DivisionCode }).ToListAsync(ct);
        var page = PageOf(filter, found.Count);
        return ([.. found.OrderBy(r => r.DivisionCode, StringComparer.Ordinal).ThenBy(r => r.Id).Skip((page - 1) * PageSize).Take(PageSize).Select(r => r.Id)], page, found.Count, found.Count == MostFound);
    }

    private static int PageOf(RecordFilter filter, int total) => Math.Clamp(filter.Page, 1, Math.Max(1, (total + PageSize - 1) / PageSize));

    /// <summary>The records that meet the conditions, within the caller's divisions: all, or where very many hold the words, some <paramref name="most"/> of them.</summary>
    /// <param name="filter">The conditions.</param>
    /// <param name="ct">Cancels.</param>
    /// <param name="most">How many that hold the words are enough; null for all of them.</param>
    public async Task<IQueryable<RegistryRecord>> MeetingAsync(RecordFilter filter, CancellationToken ct, int? most = null)
    {
        if (await FacetsAsync(filter, ct) is not { } facets) return db.Records.Where(_ => false);
        var records = db.Records.AsNoTracking().Within(access, filter.Division).Where(r => filter.Ended ? r.EndedOn != null : r.EndedOn == null);
        if (filter.Type is not null) records = records.Where(r => r.TypeCode == filter.Type);
        foreach (var with in facets) records = records.Where(r => with.Select(f => f.RecordId).Contains(r.Id));
        return filter.Text is null ? records : await records.FoundAsync(db, vault, counts, access, filter, most, ct);
    }

    /// <summary>The rows of each value that is asked for; null for who sees no records, or asks by what they may not see: by that they may not pick records either.</summary>
    private async Task<IReadOnlyList<IQueryable<RecordFacet>>?> FacetsAsync(RecordFilter filter, CancellationToken ct)
    {
        var asked = filter.Facets ?? new Dictionary<string, string>();
        var type = (await types.GetAsync(ct)).Find(filter.Type);
        if (!access.May(RegistryPolicies.See) || asked.Keys.Any(key => type?.Find(key) is not { Counted: true } field || access.Of(field) is not FieldSight.Value)) return null;
        return [.. asked.Select(a => db.RecordFacets.Where(f => f.TypeCode == type!.Code && f.Field == a.Key && f.Value == a.Value).Within(access, filter.Division))];
    }
}

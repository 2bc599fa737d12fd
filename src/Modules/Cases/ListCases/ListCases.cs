using Linli.Cases.Taxonomy;
using Linli.Platform.Access;
using Linli.Platform.Data;
using Linli.Platform.Time;
using Microsoft.EntityFrameworkCore;

namespace Linli.Cases.ListCases;

/// <summary>Lists cases within the caller's scope: one query for the page, one for the counts.</summary>
internal sealed class ListCasesHandler(AppDb db, IAccess access, TaxonomyCache taxonomy, SiteTime site, TimeProvider clock)
{
    public const int PageSize = 30, MostPerPage = 200;

    /// <summary>Pages end here: nobody reads on, and skipping rows costs the database more with every page.</summary>
    private const int LastRow = 10_000;

    public async Task<CaseList> HandleAsync(CaseFilter filter, int page, int size, CancellationToken ct)
    {
        size = Math.Clamp(size, 1, MostPerPage);
        page = Math.Clamp(page, 1, LastRow / size);
        filter = filter.AsOf(await taxonomy.GetAsync(ct));
        var rows = await ReadAsync(filter, (page - 1) * size, size + 1, ct);
        return new([.. rows.Take(size)], page, size, rows.Count > size && page < LastRow / size);
    }

    /// <summary>The first cases that a filter finds.</summary>
    public async Task<List<CaseRow>> FirstAsync(CaseFilter filter, int most, CancellationToken ct)
    {
        filter = filter.AsOf(await taxonomy.GetAsync(ct));
        return await ReadAsync(filter, 0, most, ct);
    }

    /// <summary>Counts what a filter finds, whatever state it asks for.</summary>
    /// <param name="filter">The conditions.</param>
    /// <param name="states">The states to count; others may be counted as well where it costs nothing.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<CaseCounts> CountAsync(CaseFilter filter, IReadOnlyList<CaseStatus> states, CancellationToken ct)
    {
        filter = filter.AsOf(await taxonomy.GetAsync(ct));
        if (filter.Text is { } text)
        {
            var all = Enum.GetValues<CaseStatus>();
            if (await Meeting(filter with { Text = null }).InOrder("-received").AmongFirstAsync(db, text, ct) is { } first
                && await CaseCounts.TogetherAsync(first, all, CaseCounts.MostFound, ct) is { More.Count: > 0 } found) return found;
            return await CaseCounts.TogetherAsync(Meeting(filter), all, CaseCounts.MostFound, ct);
        }
        var cases = Meeting(filter);
        if (filter.Due is not null) return await CaseCounts.TogetherAsync(cases, CaseStatuses.Open, CaseCounts.MostOpen, ct);   // only what is open is due
        return await CaseCounts.OfEachAsync(cases, states, ct);
    }

    private IQueryable<Case> Meeting(CaseFilter filter) => db.Cases.AsNoTracking().Meeting(filter, access, db, site, clock.GetUtcNow());

    private async Task<List<CaseRow>> ReadAsync(CaseFilter filter, int skip, int take, CancellationToken ct)
    {
        if (filter.Text is { } text && await Listed(filter with { Text = null }).AmongFirstAsync(db, text, ct) is { } first
            && await first.InOrder(filter.Order()).Select(CaseRow.Of).Skip(skip).Take(take).ToListAsync(ct) is var newest && newest.Count == take) return newest;
        return await Listed(filter).Select(CaseRow.Of).Skip(skip).Take(take).ToListAsync(ct);
    }

    private IOrderedQueryable<Case> Listed(CaseFilter filter) => db.CasesToList(filter).Meeting(filter, access, db, site, clock.GetUtcNow()).InStates(filter.Statuses()).InOrder(filter.Order());
}

/// <summary>One page of a list.</summary>
internal sealed record CaseList(IReadOnlyList<CaseRow> Rows, int Page, int Size, bool More)
{
    /// <summary>How many there are at least, as far as this page tells.</summary>
    public int Seen => Rows.Count == 0 ? 0 : (Page - 1) * Size + Rows.Count + (More ? 1 : 0);
}

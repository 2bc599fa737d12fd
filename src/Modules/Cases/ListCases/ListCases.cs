using Linli.Cases.Search;
using Linli.Cases.Taxonomy;
using Linli.Platform.Access;
using Linli.Platform.Data;
using Linli.Platform.Time;
using Microsoft.EntityFrameworkCore;

namespace Linli.Cases.ListCases;

/// <summary>Lists cases within the caller's scope: one query for the page, one for the counts.</summary>
internal sealed class ListCasesHandler(AppDb db, IAccess access, TaxonomyCache taxonomy, SiteTime site, TimeProvider clock)
{
    /// <summary>Digits of the code of a street: it has some dozens of divisions below it.</summary>
    private const int Street = 9;

    public const int PageSize = 30, MostPerPage = 200;

    /// <summary>Pages end here: nobody reads on, and skipping rows costs the database more with every page.</summary>
    private const int LastRow = 10_000;

    public async Task<CaseList> HandleAsync(CaseFilter filter, int page, int size, CancellationToken ct)
    {
        size = Math.Clamp(size, 1, MostPerPage);
        page = Math.Clamp(page, 1, LastRow / size);
        filter = await AsOfNowAsync(filter, ct);
        var states = filter.Statuses();
        var rows = await db.CasesToList(filter).Meeting(filter, access, db, site, clock.GetUtcNow()).InStates(states).InOrder(filter.Order()).Select(CaseRow.Of).Skip((page - 1) * size).Take(size + 1).ToListAsync(ct);
        return new([.. rows.Take(size)], page, size, rows.Count > size && page < LastRow / size);
    }

    /// <summary>The first cases that a filter finds.</summary>
    public async Task<List<CaseRow>> FirstAsync(CaseFilter filter, int most, CancellationToken ct)
    {
        filter = await AsOfNowAsync(filter, ct);
        return await db.CasesToList(filter).Meeting(filter, access, db, site, clock.GetUtcNow()).InStates(filter.Statuses()).InOrder(filter.Order()).Select(CaseRow.Of).Take(most).ToListAsync(ct);
    }

    /// <summary>Counts what a filter finds, whatever state it asks for.</summary>
    /// <param name="filter">The conditions.</param>
    /// <param name="states">The states to count; others may be counted as well where it costs nothing.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<CaseCounts> CountAsync(CaseFilter filter, IReadOnlyList<CaseStatus> states, CancellationToken ct)
    {
        filter = await AsOfNowAsync(filter, ct);
        var cases = db.Cases.AsNoTracking().Meeting(filter, access, db, site, clock.GetUtcNow());
        if (filter.Text is not null) return await CaseCounts.TogetherAsync(cases, Enum.GetValues<CaseStatus>(), CaseCounts.MostFound, ct);
        if (filter.Due is not null) return await CaseCounts.TogetherAsync(cases, CaseStatuses.Open, CaseCounts.MostOpen, ct);   // only what is open is due
        return await CaseCounts.OfEachAsync(db, cases, states, filter.Category is not null && access.Reach(filter.Division) is ({ Length: >= Street } street, []) ? street : null, ct);
    }

    private async Task<CaseFilter> AsOfNowAsync(CaseFilter filter, CancellationToken ct) =>
        filter.AsOf(await taxonomy.GetAsync(ct)) with { CommonWords = filter.Text is { } text && await CaseSearch.AreCommonAsync(db, text, ct) };
}

/// <summary>One page of a list.</summary>
internal sealed record CaseList(IReadOnlyList<CaseRow> Rows, int Page, int Size, bool More)
{
    /// <summary>How many there are at least, as far as this page tells.</summary>
    public int Seen => Rows.Count == 0 ? 0 : (Page - 1) * Size + Rows.Count + (More ? 1 : 0);
}

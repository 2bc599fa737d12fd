using System.Globalization;
using Linli.Cases.ListCases;
using Linli.Cases.Taxonomy;
using Linli.Platform.Access;
using Linli.Platform.Data;
using Linli.Platform.Live;
using Linli.Platform.Time;
using Microsoft.EntityFrameworkCore;

namespace Linli.Cases.SavedFilters;

/// <summary>The filters that the caller is offered, each with how many cases it finds for them.</summary>
internal sealed class ListFiltersHandler(AppDb db, IAccess access, TaxonomyCache taxonomy, SiteTime site, TimeProvider clock, ReaderMemory memory)
{
    /// <summary>Counting stops here: beyond it only “and more” matters.</summary>
    public const int MostCounted = 99;

    private const int Most = 24;

    /// <summary>Their own first, then the unit's, then everybody's; all counted in one round trip.</summary>
    public ValueTask<IReadOnlyList<FilterLine>> HandleAsync(CancellationToken ct) => memory.ReadAsync(access, $"filters {CultureInfo.CurrentCulture}", () => CountAsync(ct));

    private async Task<IReadOnlyList<FilterLine>> CountAsync(CancellationToken ct)
    {
        var self = access.Actor.Id;
        var filters = (await db.SavedFilters.AsNoTracking().OfferedTo(access).ToListAsync(ct)).OrderBy(f => f.Reach).ThenBy(f => f.Name, StringComparer.CurrentCulture).Take(Most).ToList();
        if (filters.Count == 0) return [];
        var first = await db.FirstFilters.Where(f => f.AccountId == self).Select(f => (Guid?)f.FilterId).SingleOrDefaultAsync(ct);
        var tree = await taxonomy.GetAsync(ct);
        var counted = await filters
            .Select(f => SaveFilterHandler.Read(f.Query).AsOf(tree))
            .Select((filter, place) => db.Cases.AsNoTracking().Meeting(filter, access, db, site, clock.GetUtcNow()).InStates(filter.Statuses()).Select(c => place).Take(MostCounted + 1).GroupBy(p => p).Select(g => new { Place = g.Key, Count = g.Count() }))
            .Aggregate((all, one) => all.Concat(one))
            .ToDictionaryAsync(c => c.Place, c => c.Count, ct);
        return [.. filters.Select((f, place) => (f, Count: counted.GetValueOrDefault(place)))
            .Select(one => new FilterLine(one.f.Id, one.f.Name, one.f.Query, one.f.Reach, Math.Min(one.Count, MostCounted), one.Count > MostCounted, one.f.Id == first, SaveFilterHandler.MayChange(one.f, access), one.f.Version))];
    }

    /// <summary>The conditions with which the caller's list begins; null where they chose none.</summary>
    public Task<string?> FirstAsync(CancellationToken ct)
    {
        var (self, firsts) = (access.Actor.Id, db.FirstFilters);
        return db.SavedFilters.OfferedTo(access).Where(f => firsts.Any(first => first.AccountId == self && first.FilterId == f.Id)).Select(f => f.Query).SingleOrDefaultAsync(ct);
    }
}

/// <summary>Whose filters somebody is offered.</summary>
internal static class OfferedFilters
{
    public static IQueryable<SavedFilter> OfferedTo(this IQueryable<SavedFilter> filters, IAccess access)
    {
        var (self, unit) = (access.Actor.Id, access.Unit);
        return filters.Where(f => f.Reach == FilterReach.All || f.OwnerId == self || (f.Reach == FilterReach.Unit && f.UnitId == unit && unit != null));
    }
}

/// <summary>A filter that is offered.</summary>
/// <param name="Id">Key.</param>
/// <param name="Name">Its name.</param>
/// <param name="Query">The conditions, as in the address of the list.</param>
/// <param name="Reach">Who else is offered it.</param>
/// <param name="Count">How many cases it finds for the caller.</param>
/// <param name="More">Whether there are more than were counted.</param>
/// <param name="First">Whether the caller's list begins with it.</param>
/// <param name="MayChange">Whether the caller may rename and remove it.</param>
/// <param name="Version">Version to send with a change.</param>
internal sealed record FilterLine(Guid Id, string Name, string Query, FilterReach Reach, int Count, bool More, bool First, bool MayChange, int Version);

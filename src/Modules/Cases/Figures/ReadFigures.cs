using System.Globalization;
using System.Linq.Expressions;
using Linli.Cases.Channels;
using Linli.Cases.ListCases;
using Linli.Cases.Taxonomy;
using Linli.Contracts.Grids;
using Linli.Platform.Access;
using Linli.Platform.Data;
using Linli.Platform.Time;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Linli.Cases.Figures;

/// <summary>Counts cases within the caller's scope: one grouping query for all tables, none reads a case.</summary>
internal sealed class ReadFiguresHandler(
    AppDb db, IAccess access, SiteTime site, IDivisions divisions, IUnits units, TaxonomyCache taxonomy, ChannelCache channels, IStringLocalizer<CasesModule> text, TimeProvider clock)
{
    /// <summary>Digits of the code of a street; those of community and grid follow.</summary>
    public const int Street = 9;
    private const int Community = 12, Grid = 15;

    /// <summary>From here on SQLite is quicker when it walks all cases unit by unit than when it sorts those of a time by unit.</summary>
    private const int LongTime = 60;
    private readonly DateTimeOffset now = clock.GetUtcNow();

    public async Task<FigureSheet> HandleAsync(CaseFilter filter, CancellationToken ct)
    {
        var tree = await taxonomy.GetAsync(ct);
        var cases = Meeting(db.Cases.AsNoTracking(), filter, tree);
        if (await MonthsAsync(cases, ct) is not { } months) return new(Tally.None, [], [], [], [], []);
        var counted = await CountAsync(cases, ct, (nameof(Facet.Category), (Case c) => c.CategoryCode), (nameof(Facet.Unit), (Case c) => c.UnitId), (nameof(Facet.Channel), (Case c) => c.Channel), (nameof(Facet.Place), PlaceOf(filter)), (nameof(Facet.Month), months.IndexOf()));
        var ofMonth = By(counted, f => f.Month).ToDictionary(line => line.Key, line => line.Figures);
        return new(
            counted.Aggregate(Tally.None, (sum, line) => sum + line.Figures),
            [.. Enumerable.Range(0, months.Count).Select(i => new FigureLine(months.Key(i), months.Key(i), ofMonth.GetValueOrDefault(i, Tally.None)))],
            Lines(By(counted, f => f.Place), divisions.PathOf),
            Lines(By(counted, f => f.Unit), NameOf),
            Lines(RollUp(By(counted, f => f.Category), tree, filter.Category), code => code is null ? null : tree.NameOf(code)),
            Lines(By(counted, f => f.Channel), (await channels.GetAsync(ct)).NameOf));
    }

    /// <summary>The figures per unit alone.</summary>
    public async Task<IReadOnlyList<FigureLine>> ByUnitAsync(CaseFilter filter, CancellationToken ct)
    {
        var all = db.Cases.AsNoTracking();
        if (filter.From is not { } from || (filter.To ?? site.Date(now)).DayNumber - from.DayNumber >= LongTime) all = all.ByIndex("ix_cases_case_unit_id_status");
        var counted = await CountAsync(Meeting(all, filter, await taxonomy.GetAsync(ct)), ct, (nameof(Facet.Unit), (Case c) => c.UnitId));
        return Lines(By(counted, f => f.Unit), NameOf);
    }

    private string? NameOf(Guid? unit) => unit is { } id ? units.Find(id)?.Name : null;

    /// <summary>As the list behind the figures does.</summary>
    private IQueryable<Case> Meeting(IQueryable<Case> all, CaseFilter filter, TaxonomySnapshot tree) => all.Meeting(filter.AsOf(tree) with { Due = null, Mark = null }, access, db, site, now);

    private async Task<CaseMonths?> MonthsAsync(IQueryable<Case> cases, CancellationToken ct) =>
        await cases.MinAsync(c => (DateTimeOffset?)c.ReceivedAt, ct) is { } first && await cases.MaxAsync(c => (DateTimeOffset?)c.ReceivedAt, ct) is { } last ? new(first, last, site) : null;

    /// <summary>By street; within a street by community, within a community by grid.</summary>
    private Expression<Func<Case, string>> PlaceOf(CaseFilter filter) => Math.Max(filter.Division?.Length ?? 0, access.Division?.Length ?? 0) switch
    {
        < Street => c => c.DivisionCode.Substring(0, Street),
        < Community => c => c.DivisionCode.Substring(0, Community),
        _ => c => c.DivisionCode.Substring(0, Grid),
    };

    private async Task<List<Counted<Facet>>> CountAsync(IQueryable<Case> cases, CancellationToken ct, params (string Part, LambdaExpression Value)[] parts)
    {
        var counts = await cases.GroupBy(Facet.Of(now, parts)).Select(g => new { g.Key, Count = g.Count() }).ToListAsync(ct);
        return counts.ConvertAll(c => new Counted<Facet>(c.Key, Facet.Tally(c.Key.Marks, c.Count)));
    }

    private static IEnumerable<Counted<TKey>> By<TKey>(IEnumerable<Counted<Facet>> counted, Func<Facet, TKey> key) =>
        counted.GroupBy(line => key(line.Key)).Select(g => new Counted<TKey>(g.Key, g.Aggregate(Tally.None, (sum, line) => sum + line.Figures)));

    /// <summary>From leaves, read as what took their place, to the level below the chosen node; without one, to the roots.</summary>
    private static IEnumerable<Counted<string?>> RollUp(IEnumerable<Counted<string?>> leaves, TaxonomySnapshot tree, string? chosen)
    {
        var depth = tree.Find(chosen)?.Level ?? 0;
        return leaves.GroupBy(line => line.Key is { } code && tree.PathTo(tree.Present(code)) is { Count: > 0 } path ? path[Math.Min(depth, path.Count - 1)].Code : line.Key)
            .Select(g => new Counted<string?>(g.Key, g.Aggregate(Tally.None, (sum, line) => sum + line.Figures)));
    }

    private FigureLine[] Lines<TKey>(IEnumerable<Counted<TKey>> counted, Func<TKey, string?> name) =>
        [.. counted.OrderByDescending(line => line.Figures.Received)
            .Select(line => new FigureLine(Convert.ToString(line.Key, CultureInfo.InvariantCulture) ?? "", name(line.Key) ?? text["Figures.None"], line.Figures))];

    private sealed record Counted<TKey>(TKey Key, Tally Figures);
}

/// <summary>The figures of the cases that meet a filter.</summary>
internal sealed record FigureSheet(
    Tally Total, IReadOnlyList<FigureLine> ByMonth, IReadOnlyList<FigureLine> ByDivision, IReadOnlyList<FigureLine> ByUnit,
    IReadOnlyList<FigureLine> ByCategory, IReadOnlyList<FigureLine> ByChannel);

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

/// <summary>Counts cases within the caller's scope: one grouping query for each table, none reads a case.</summary>
internal sealed class ReadFiguresHandler(
    AppDb db, IAccess access, SiteTime site, IDivisions divisions, IUnits units, TaxonomyCache taxonomy, ChannelCache channels, IStringLocalizer<CasesModule> text, TimeProvider clock)
{
    /// <summary>Digits of the code of a street; those of community and grid follow.</summary>
    public const int Street = 9;
    private const int Community = 12, Grid = 15;
    private readonly DateTimeOffset now = clock.GetUtcNow();

    public async Task<FigureSheet> HandleAsync(CaseFilter filter, CancellationToken ct)
    {
        var tree = await taxonomy.GetAsync(ct);
        var cases = db.Cases.AsNoTracking().Meeting(filter.AsOf(tree) with { Due = null, Mark = null }, access, db, site, now);   // as the list behind the figures does
        var register = await channels.GetAsync(ct);
        var byCategory = await TallyAsync(cases, c => c.CategoryCode, ct);
        return new(
            byCategory.Aggregate(Tally.None, (sum, line) => sum + line.Figures),
            await ByMonthAsync(cases, ct),
            Lines(await ByPlaceAsync(cases, filter, ct), divisions.PathOf),
            Lines(await TallyAsync(cases, c => c.UnitId, ct), NameOf),
            Lines(RollUp(byCategory, tree, filter.Category), code => code is null ? null : tree.NameOf(code)),
            Lines(await TallyAsync(cases, c => c.Channel, ct), register.NameOf));
    }

    /// <summary>The figures per unit alone.</summary>
    public async Task<IReadOnlyList<FigureLine>> ByUnitAsync(CaseFilter filter, CancellationToken ct) =>
        Lines(await TallyAsync(db.Cases.AsNoTracking().Meeting(filter.AsOf(await taxonomy.GetAsync(ct)) with { Due = null, Mark = null }, access, db, site, now), c => c.UnitId, ct), NameOf);

    private string? NameOf(Guid? unit) => unit is { } id ? units.Find(id)?.Name : null;

    private async Task<IReadOnlyList<FigureLine>> ByMonthAsync(IQueryable<Case> cases, CancellationToken ct)
    {
        if (await cases.MinAsync(c => (DateTimeOffset?)c.ReceivedAt, ct) is not { } first || await cases.MaxAsync(c => (DateTimeOffset?)c.ReceivedAt, ct) is not { } last) return [];
        var months = new CaseMonths(first, last, site);
        var counted = (await TallyAsync(cases, months.IndexOf(), ct)).ToDictionary(line => line.Key, line => line.Figures);
        return [.. Enumerable.Range(0, months.Count).Select(i => new FigureLine(months.Key(i), months.Key(i), counted.GetValueOrDefault(i, Tally.None)))];
    }

    /// <summary>By street; within a street by community, within a community by grid.</summary>
    private Task<List<Counted<string>>> ByPlaceAsync(IQueryable<Case> cases, CaseFilter filter, CancellationToken ct) =>
        Math.Max(filter.Division?.Length ?? 0, access.Division?.Length ?? 0) switch
        {
            < Street => TallyAsync(cases, c => c.DivisionCode.Substring(0, Street), ct),
            < Community => TallyAsync(cases, c => c.DivisionCode.Substring(0, Community), ct),
            _ => TallyAsync(cases, c => c.DivisionCode.Substring(0, Grid), ct),
        };

    private Task<List<Counted<TKey>>> TallyAsync<TKey>(IQueryable<Case> cases, Expression<Func<Case, TKey>> by, CancellationToken ct) =>
        cases.GroupBy(by).Select(g => new Counted<TKey>(g.Key, new Tally(
            g.Count(),
            g.Count(c => c.Status == CaseStatus.Closed),
            g.AsQueryable().Count(CaseMark.OnTime.Condition()),
            g.Count(c => c.ClosedAt == null),
            g.Count(c => c.ClosedAt == null && c.DueAt < now),
            g.AsQueryable().Count(CaseMark.WithinDay.Condition()),
            g.AsQueryable().Count(CaseMark.WithinThreeDays.Condition()),
            g.AsQueryable().Count(CaseMark.Local.Condition()),
            g.AsQueryable().Count(CaseMark.PromptlyAccepted.Condition()),
            g.AsQueryable().Count(CaseMark.Returned.Condition()),
            g.AsQueryable().Count(CaseMark.Reopened.Condition()),
            g.AsQueryable().Count(CaseMark.Satisfied.Condition()),
            g.AsQueryable().Count(CaseMark.Dissatisfied.Condition()),
            g.AsQueryable().Count(CaseMark.Ruled.Condition()),
            g.AsQueryable().Count(CaseMark.AcceptanceTold.Condition()),
            g.AsQueryable().Count(CaseMark.AcceptanceUntold.Condition()),
            g.AsQueryable().Count(CaseMark.ResultTold.Condition()),
            g.AsQueryable().Count(CaseMark.ResultUntold.Condition())))).ToListAsync(ct);

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

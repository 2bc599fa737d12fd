using Linli.Cases.Search;
using Linli.Platform.Access;
using Linli.Platform.Data;
using Linli.Platform.Time;
using Microsoft.EntityFrameworkCore;

namespace Linli.Cases.ListCases;

/// <summary>The conditions of a <see cref="CaseFilter"/> as conditions of a query.</summary>
internal static class CaseFiltering
{
    /// <summary>How near a due time is soon.</summary>
    public static readonly TimeSpan Soon = TimeSpan.FromHours(24);

    /// <summary>
    /// What a list is read from: in order of receipt the index of lists, which answers every condition but words and is left when
    /// the page is full.
    /// </summary>
    public static IQueryable<Case> CasesToList(this AppDb db, CaseFilter filter) =>
        filter.Text is null && filter.Order() is "received" or "-received" && !filter.OnlyOpen()
            ? db.Cases.AsNoTracking().ByIndex("ix_cases_case_list")
            : db.Cases.AsNoTracking();

    /// <summary>Cases that the caller sees and that meet all conditions but those on the state.</summary>
    public static IQueryable<Case> Meeting(this IQueryable<Case> all, CaseFilter filter, IAccess access, AppDb db, SiteTime site, DateTimeOffset now)
    {
        var cases = all.Seen(db, access, filter.Division);
        if (filter.Category is { } category) cases = cases.OfCategory(category, filter.Formers, filter.Gone);
        if (filter.Unit is { } unit) cases = cases.Where(c => c.UnitId == unit);
        if (filter.Channel is { } channel) cases = cases.Where(c => c.Channel == channel);
        if (filter.Level is { } level) cases = cases.Where(c => c.Level == level);
        if (filter.From is { } from) cases = cases.From(site.StartOf(from));
        if (filter.To is { } to) cases = cases.Until(site.EndOf(to));
        if (filter.Due is CaseFilter.Overdue) cases = cases.Where(c => c.DueOrder < now);
        if (filter.Due is CaseFilter.Soon) cases = cases.DueBetween(now, now + Soon);
        if (filter.Marked() is { } mark) cases = cases.Where(mark.Condition());
        if (filter.Scored is true) cases = cases.Where(c => c.ExcusedUnitId == null || c.UnitId == null || c.ExcusedUnitId != c.UnitId);
        return filter.Text is { } text ? cases.Matching(db, text, filter.CommonWords) : cases;
    }

    /// <summary>Cases in one of some states. That open ones have not ended is said as well, for the small indexes of open cases know it.</summary>
    public static IQueryable<Case> InStates(this IQueryable<Case> cases, IReadOnlyList<CaseStatus> states)
    {
        if (states.Count == Enum.GetValues<CaseStatus>().Length) return cases;
        if (states.All(s => s.IsOpen())) cases = cases.Where(c => c.ClosedAt == null);
        if (states.Count == CaseStatuses.Open.Length && states.All(s => s.IsOpen())) return cases;
        return states is [var single] ? cases.Where(c => c.Status == single) : cases.Where(c => EF.Constant(states).Contains(c.Status));
    }

    /// <summary>In the order that a filter asks for; equal ones by key, so that pages do not overlap.</summary>
    public static IOrderedQueryable<Case> InOrder(this IQueryable<Case> cases, string order) => order switch
    {
        "due" => cases.OrderBy(c => c.DueOrder).ThenBy(c => c.Id),
        "-due" => cases.OrderByDescending(c => c.DueOrder).ThenByDescending(c => c.Id),
        "level" => cases.OrderBy(c => c.Level).ThenBy(c => c.DueOrder).ThenBy(c => c.Id),
        "-level" => cases.OrderByDescending(c => c.Level).ThenBy(c => c.DueOrder).ThenBy(c => c.Id),
        "received" => cases.OrderBy(c => c.ReceivedAt).ThenBy(c => c.Id),
        _ => cases.OrderByDescending(c => c.ReceivedAt).ThenByDescending(c => c.Id),
    };

    /// <summary>A child's code begins with its parent's, so a branch of the taxonomy is a range.</summary>
    private static IQueryable<Case> OfCategory(this IQueryable<Case> cases, string code, IReadOnlyList<string> formers, IReadOnlyList<string> gone)
    {
        var end = code + '\uffff';
        if (gone.Count > 0) cases = cases.Where(c => !gone.Contains(c.CategoryCode!));
        return formers.Count == 0
            ? cases.Where(c => string.Compare(c.CategoryCode, code) >= 0 && string.Compare(c.CategoryCode, end) < 0)
            : cases.Where(c => (string.Compare(c.CategoryCode, code) >= 0 && string.Compare(c.CategoryCode, end) < 0) || formers.Contains(c.CategoryCode!));
    }

    private static IQueryable<Case> From(this IQueryable<Case> cases, DateTimeOffset start) => cases.Where(c => c.ReceivedAt >= start);

    private static IQueryable<Case> Until(this IQueryable<Case> cases, DateTimeOffset end) => cases.Where(c => c.ReceivedAt < end);

    private static IQueryable<Case> DueBetween(this IQueryable<Case> cases, DateTimeOffset start, DateTimeOffset end) => cases.Where(c => c.DueOrder >= start && c.DueOrder < end);
}

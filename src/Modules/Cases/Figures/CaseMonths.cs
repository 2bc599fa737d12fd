using System.Globalization;
using System.Linq.Expressions;
using Linli.Platform.Time;

namespace Linli.Cases.Figures;

/// <summary>The site's months that cases were received in, the last three years at most.</summary>
internal sealed class CaseMonths
{
    private const int Most = 36;
    private readonly List<DateOnly> months = [];
    private readonly SiteTime site;

    public CaseMonths(DateTimeOffset first, DateTimeOffset last, SiteTime site)
    {
        this.site = site;
        var (from, to) = (FirstDay(site.Date(first)), FirstDay(site.Date(last)));
        if (from < to.AddMonths(1 - Most)) from = to.AddMonths(1 - Most);
        for (var month = from; month <= to; month = month.AddMonths(1)) months.Add(month);
    }

    public int Count => months.Count;

    public string Key(int index) => months[index].ToString("yyyy-MM", CultureInfo.InvariantCulture);

    /// <summary>First and last day.</summary>
    public static (DateOnly From, DateOnly To) Days(string key)
    {
        var first = DateOnly.ParseExact(key + "-01", "yyyy-MM-dd", CultureInfo.InvariantCulture);
        return (first, first.AddMonths(1).AddDays(-1));
    }

    /// <summary>
    /// The index of the month a case was received in, -1 before the first. Written as comparisons with the instants at which the
    /// months begin, because the two databases share no function that knows the site's months.
    /// </summary>
    public Expression<Func<Case, int>> IndexOf()
    {
        var found = Expression.Parameter(typeof(Case));
        var received = Expression.Property(found, nameof(Case.ReceivedAt));
        var index = months.Index().Aggregate<(int Index, DateOnly Month), Expression>(Expression.Constant(-1), (before, month) =>
            Expression.Condition(Expression.GreaterThanOrEqual(received, Expression.Constant(site.StartOf(month.Month))), Expression.Constant(month.Index), before));
        return Expression.Lambda<Func<Case, int>>(index, found);
    }

    private static DateOnly FirstDay(DateOnly day) => new(day.Year, day.Month, 1);
}

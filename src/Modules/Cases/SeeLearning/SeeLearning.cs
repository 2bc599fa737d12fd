using System.Linq.Expressions;
using Linli.Cases.Figures;
using Linli.Cases.Intake;
using Linli.Cases.Learning;
using Linli.Cases.Showing;
using Linli.Platform.Access;
using Linli.Platform.Data;
using Linli.Platform.Time;
using Microsoft.EntityFrameworkCore;

namespace Linli.Cases.SeeLearning;

/// <summary>
/// What the program has learned and how good it is: the versions of each model, how often people let its decisions stand, month by month, and where they override them most.
/// Of cases within the caller's scope that went out in the last twelve months.
/// </summary>
internal sealed class SeeLearningHandler(AppDb db, IAccess access, SiteTime site, CaseLexicon lexicon, IEnumerable<ILearning> learnings, TimeProvider clock)
{
    private const int Months = 12, MostClasses = 30, MostInstead = 3;

    public async Task<LearningSheet> HandleAsync(CancellationToken ct)
    {
        var versions = await db.LearnedModels.AsNoTracking().OrderByDescending(m => m.Number)
            .Select(m => new ModelVersion(m.Task, m.Number, m.TrainedAt, m.Rows, m.Content.Length, m.Active, m.Reason, m.Score, m.ScoreOfLive, m.HeldOut)).ToListAsync(ct);
        var now = clock.GetUtcNow();
        var months = new CaseMonths(now.AddMonths(1 - Months), now, site);
        var stood = await StoodAsync(months, ct);
        return new([.. learnings.Select(l => new LearnedTask(l.Name, [.. versions.Where(v => v.Task == l.Name)]))], stood, await OverridesAsync(months, ct));
    }

    /// <summary>Per kind and month: how many decisions people judged, and how many of them stood.</summary>
    private async Task<IReadOnlyList<DecisionMonth>> StoodAsync(CaseMonths months, CancellationToken ct)
    {
        var counted = await (from d in Judged() join c in InMonths(months) on d.CaseId equals c.Id
                             group d by new { d.Kind, c.Month } into g
                             select new { g.Key.Kind, g.Key.Month, Judged = g.Count(d => d.Chosen != null), Stood = g.Count(d => d.Chosen != null && d.CorrectedTo == null), Undecided = g.Count(d => d.Chosen == null) }).ToListAsync(ct);
        return [.. from kind in Enum.GetValues<DecisionKind>()
                   from month in Enumerable.Range(0, months.Count)
                   let found = counted.Find(c => c.Kind == kind && c.Month == month)
                   select new DecisionMonth(kind, months.Key(month), found?.Judged ?? 0, found?.Stood ?? 0, found?.Undecided ?? 0)];
    }

    /// <summary>The classes that people override most, and what they choose instead.</summary>
    private async Task<IReadOnlyList<OverriddenClass>> OverridesAsync(CaseMonths months, CancellationToken ct)
    {
        var counted = await (from d in Judged() where d.Chosen != null join c in InMonths(months) on d.CaseId equals c.Id
                             group d by new { d.Kind, d.Chosen, d.CorrectedTo } into g
                             select new { g.Key.Kind, g.Key.Chosen, g.Key.CorrectedTo, Count = g.Count() }).ToListAsync(ct);
        var words = await lexicon.ReadAsync(ct);
        return [.. counted.GroupBy(c => new { c.Kind, c.Chosen }).Where(g => g.Any(c => c.CorrectedTo is not null))
            .Select(g => new OverriddenClass(
                g.Key.Kind, g.Key.Chosen!, words.Name(g.Key.Kind, g.Key.Chosen!), g.Sum(c => c.Count), g.Where(c => c.CorrectedTo is not null).Sum(c => c.Count),
                [.. g.Where(c => c.CorrectedTo is not null).OrderByDescending(c => c.Count).Take(MostInstead).Select(c => new ChosenInstead(c.CorrectedTo!, words.Name(g.Key.Kind, c.CorrectedTo!), c.Count))]))
            .OrderByDescending(o => o.Overridden).ThenByDescending(o => o.Judged).Take(MostClasses)];
    }

    /// <summary>What the program decided itself, last where it decided again: what a reporter chose or a list was silent about is not its decision.</summary>
    private IQueryable<Decision> Judged()
    {
        var decisions = db.Decisions.AsNoTracking();
        return decisions.Where(d => d.Source != "reporter" && d.Source != "none" && d.Source != "unknown"
            && (d.Kind != DecisionKind.Unit || !decisions.Any(later => later.CaseId == d.CaseId && later.Kind == DecisionKind.Unit && later.At > d.At)));
    }

    /// <summary>Cases that went out: until then nobody has let the program's word stand.</summary>
    private IQueryable<CaseInMonth> InMonths(CaseMonths months)
    {
        var month = months.IndexOf();
        var from = site.StartOf(CaseMonths.Days(months.Key(0)).From);
        var found = month.Parameters[0];
        var named = Expression.MemberInit(Expression.New(typeof(CaseInMonth)),
            Expression.Bind(typeof(CaseInMonth).GetProperty(nameof(CaseInMonth.Id))!, Expression.Property(found, nameof(Case.Id))),
            Expression.Bind(typeof(CaseInMonth).GetProperty(nameof(CaseInMonth.Month))!, month.Body));
        return db.Cases.AsNoTracking().Seen(db, access).Where(c => c.ReceivedAt >= from && c.DispatchedAt != null).Select(Expression.Lambda<Func<Case, CaseInMonth>>(named, found));
    }

    private sealed class CaseInMonth
    {
        public Guid Id { get; set; }
        public int Month { get; set; }
    }
}

/// <summary>What the program has learned.</summary>
/// <param name="Tasks">What is learned, with all versions.</param>
/// <param name="Stood">How often its decisions stood, by kind and month, oldest first.</param>
/// <param name="Overridden">Where people override them most.</param>
internal sealed record LearningSheet(IReadOnlyList<LearnedTask> Tasks, IReadOnlyList<DecisionMonth> Stood, IReadOnlyList<OverriddenClass> Overridden);

/// <summary>Something that is learned.</summary>
/// <param name="Task"><c>category</c>, <c>place</c>, <c>dispatch</c> or <c>overtime</c>.</param>
/// <param name="Versions">Newest first.</param>
internal sealed record LearnedTask(string Task, IReadOnlyList<ModelVersion> Versions)
{
    /// <summary>Number of the version that speaks; absent where none does.</summary>
    public int? Live => Versions.FirstOrDefault(v => v.Live)?.Number;
}

/// <summary>A version of a model.</summary>
/// <param name="Task">What it decides.</param>
/// <param name="Number">Version, from 1.</param>
/// <param name="TrainedAt">When it was learned.</param>
/// <param name="Rows">How many cases it learned from.</param>
/// <param name="Bytes">Its size; 0 where it is too old to be put back.</param>
/// <param name="Live">Whether it speaks.</param>
/// <param name="Reason">Why it spoke, or did not, when it was learned.</param>
/// <param name="Score">How good it was on the held-out cases: the share it got right, for <c>overtime</c> the area under the ROC curve.</param>
/// <param name="ScoreOfLive">How good the version that spoke then was on them.</param>
/// <param name="HeldOut">How many were held out.</param>
internal sealed record ModelVersion(string Task, int Number, DateTimeOffset TrainedAt, int Rows, int Bytes, bool Live, ModelReason Reason, double? Score, double? ScoreOfLive, int? HeldOut);

/// <summary>What became of decisions of one kind about the cases of a month.</summary>
/// <param name="Kind">Category, place or unit.</param>
/// <param name="Month">As <c>2026-11</c>.</param>
/// <param name="Judged">Decisions of cases that went out.</param>
/// <param name="Stood">Those that nobody corrected.</param>
/// <param name="Undecided">Cases the program was not sure of, which people decided.</param>
internal sealed record DecisionMonth(DecisionKind Kind, string Month, int Judged, int Stood, int Undecided)
{
    /// <summary>Stood / judged; absent where nothing was judged.</summary>
    public double? Rate => Judged == 0 ? null : (double)Stood / Judged;
}

/// <summary>A class that people override.</summary>
/// <param name="Kind">Category, place or unit.</param>
/// <param name="Code">Its code or key.</param>
/// <param name="Name">Its name.</param>
/// <param name="Judged">How often the program chose it.</param>
/// <param name="Overridden">How often somebody chose another instead.</param>
/// <param name="Instead">What they chose, most often first.</param>
internal sealed record OverriddenClass(DecisionKind Kind, string Code, string Name, int Judged, int Overridden, IReadOnlyList<ChosenInstead> Instead);

/// <summary>What was chosen instead.</summary>
internal sealed record ChosenInstead(string Code, string Name, int Count);

using Linli.Cases.Intake;
using Linli.Cases.Taxonomy;
using Linli.Platform.Data;
using Linli.Text;
using Microsoft.EntityFrameworkCore;

namespace Linli.Cases.Learning;

/// <summary>Learns from a district's own history which category a report is of.</summary>
internal sealed class CategoryLearning(AppDb db, TaxonomyCache taxonomy, ModelShelf shelf, ModelInForce<TextClassifier> inForce) : TaskLearning<LabelledText, TextClassifier>(shelf, inForce)
{
    public override string Name => Classification.Task;

    /// <summary>
    /// Texts whose category a person has let stand or corrected: cases that went out. Imported ones stay away: nobody judged
    /// their words here, and where the other system kept none, words that stand in for them would be learned.
    /// </summary>
    protected override async Task<IReadOnlyList<LabelledText>> ConfirmedAsync(DateTimeOffset from, DateTimeOffset until, CancellationToken ct)
    {
        var decisions = db.Decisions;   // an expression tree takes no extension property
        var tree = await taxonomy.GetAsync(ct);
        var rows = await db.Cases.AsNoTracking()
            .Where(c => c.ReceivedAt >= from && c.ReceivedAt < until && c.DispatchedAt != null && c.CategoryCode != null && decisions.Any(d => d.CaseId == c.Id && d.Kind == DecisionKind.Category))
            .OrderByDescending(c => c.ReceivedAt).ThenBy(c => c.Id).Take(ModelShelf.MostRows)
            .Select(c => new { c.Title, c.Text, Category = c.CategoryCode! })
            .ToListAsync(ct);
        return rows.ConvertAll(c => new LabelledText(new CaseText(c.Title, c.Text), tree.Present(c.Category)));
    }

    protected override TextClassifier Train(IReadOnlyList<LabelledText> rows) => TextClassifier.Train(rows);
    protected override void Save(TextClassifier model, Stream to) => model.Save(to);
    protected override double? Score(TextClassifier model, IReadOnlyList<LabelledText> rows) => (double)rows.Count(r => model.Label(r.Text) == r.Label) / rows.Count;
}

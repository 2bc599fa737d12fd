using Linli.Cases.Intake;
using Linli.Platform.Data;
using Linli.Text;
using Microsoft.EntityFrameworkCore;

namespace Linli.Cases.Learning;

/// <summary>Trains the classifier on a district's own history and puts the new version in force.</summary>
internal sealed class CategoryLearning(AppDb db, ModelShelf shelf, ModelInForce<TextClassifier> inForce)
{
    /// <summary>
    /// Texts whose category a person has let stand or corrected: cases that went out. Imported ones stay away: nobody judged
    /// their words here, and where the other system kept none, words that stand in for them would be learned.
    /// </summary>
    public async Task<IReadOnlyList<LabelledText>> ConfirmedAsync(CancellationToken ct)
    {
        var decisions = db.Decisions;   // an expression tree takes no extension property
        return await db.Cases.AsNoTracking()
            .Where(c => c.DispatchedAt != null && c.CategoryCode != null && decisions.Any(d => d.CaseId == c.Id && d.Kind == DecisionKind.Category))
            .OrderByDescending(c => c.ReceivedAt).ThenBy(c => c.Id).Take(ModelShelf.MostRows)
            .Select(c => new LabelledText(new CaseText(c.Title, c.Text), c.CategoryCode!))
            .ToListAsync(ct);
    }

    public async Task<LearnedModel> LearnAsync(IReadOnlyList<LabelledText> rows, CancellationToken ct)
    {
        var model = await shelf.AddAsync(Classification.Task, rows.Count, TextClassifier.Train(rows).Save, ct);
        inForce.Forget();
        return model;
    }
}

using Linli.Cases.Intake;
using Linli.Platform.Access;
using Linli.Platform.Audit;
using Linli.Platform.Data;
using Linli.Text;
using Microsoft.EntityFrameworkCore;

namespace Linli.Cases.Learning;

/// <summary>Trains the classifier on a district's own history and puts the new version in force.</summary>
internal sealed class CategoryLearning(AppDb db, IAccess access, Classification classification, TimeProvider clock)
{
    /// <summary>Texts whose category a person has let stand or corrected: cases that went out.</summary>
    public async Task<IReadOnlyList<LabelledText>> ConfirmedAsync(CancellationToken ct) =>
        await db.Cases.AsNoTracking().Where(c => c.DispatchedAt != null && c.CategoryCode != null)
            .OrderBy(c => c.Id)
            .Select(c => new LabelledText(new CaseText(c.Title, c.Text), c.CategoryCode!))
            .ToListAsync(ct);

    public async Task<LearnedModel> LearnAsync(IReadOnlyList<LabelledText> rows, CancellationToken ct)
    {
        using var content = new MemoryStream();
        TextClassifier.Train(rows).Save(content);
        var now = clock.GetUtcNow();
        var model = new LearnedModel
        {
            Id = Guid.CreateVersion7(now),
            Task = Classification.Task,
            Number = 1 + (await db.LearnedModels.Where(m => m.Task == Classification.Task).MaxAsync(m => (int?)m.Number, ct) ?? 0),
            TrainedAt = now,
            Rows = rows.Count,
            Content = content.ToArray(),
            Active = true,
        };
        db.Add(model);
        db.Audit(access, "cases.learn", $"model/{model.Id}", now, details: new { model.Task, model.Number, model.Rows });
        await db.SaveChangesAsync(ct);
        classification.Forget();
        return model;
    }
}

using Linli.Platform.Access;
using Linli.Platform.Audit;
using Linli.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Linli.Cases.Learning;

/// <summary>Keeps learned models, version after version.</summary>
internal sealed class ModelShelf(AppDb db, IAccess access, TimeProvider clock)
{
    /// <summary>What is learned from at most, the newest first: a year of a busy district, and still under a minute.</summary>
    public const int MostRows = 20_000;

    /// <summary>Adds a model as the next version of its task, which speaks from now on.</summary>
    public async Task<LearnedModel> AddAsync(string task, int rows, Action<Stream> save, CancellationToken ct)
    {
        using var content = new MemoryStream();
        save(content);
        var now = clock.GetUtcNow();
        var model = new LearnedModel
        {
            Id = Guid.CreateVersion7(now),
            Task = task,
            Number = 1 + (await db.LearnedModels.Where(m => m.Task == task).MaxAsync(m => (int?)m.Number, ct) ?? 0),
            TrainedAt = now,
            Rows = rows,
            Content = content.ToArray(),
            Active = true,
        };
        db.Add(model);
        db.Audit(access, "cases.learn", $"model/{model.Id}", now, details: new { model.Task, model.Number, model.Rows });
        await db.SaveChangesAsync(ct);
        return model;
    }
}

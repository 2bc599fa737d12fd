using Linli.Platform.Access;
using Linli.Platform.Audit;
using Linli.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Linli.Cases.Learning;

/// <summary>Keeps learned models, version after version, of which one of a task speaks.</summary>
internal sealed class ModelShelf(AppDb db, IAccess access, TimeProvider clock)
{
    /// <summary>What is learned from at most, the newest first: a year of a busy district, and still under a minute.</summary>
    public const int MostRows = 20_000;

    /// <summary>How many of a task can be put back; of older ones the figures stay.</summary>
    private const int MostKept = 12;

    /// <summary>Adds a model as the next version of its task. Unless it was not better it speaks from now on.</summary>
    public async Task<LearnedModel> AddAsync(string task, int rows, Action<Stream> save, Trial trial, CancellationToken ct)
    {
        using var content = new MemoryStream();
        save(content);
        var now = clock.GetUtcNow();
        await using var work = await db.BeginAsync(ct);
        var versions = db.LearnedModels.Where(m => m.Task == task);
        var model = new LearnedModel
        {
            Id = Guid.CreateVersion7(now),
            Task = task,
            Number = 1 + (await versions.MaxAsync(m => (int?)m.Number, ct) ?? 0),
            TrainedAt = now,
            Rows = rows,
            Content = content.ToArray(),
            Active = trial.Reason is not ModelReason.NotBetter,
            Reason = trial.Reason,
            Score = trial.Score,
            ScoreOfLive = trial.ScoreOfLive,
            HeldOut = trial.HeldOut,
        };
        if (model.Active) await versions.ExecuteUpdateAsync(set => set.SetProperty(m => m.Active, false), ct);
        await versions.Where(m => !m.Active && m.Number <= model.Number - MostKept).ExecuteUpdateAsync(set => set.SetProperty(m => m.Content, Array.Empty<byte>()), ct);
        db.Add(model);
        db.Audit(access, "cases.learn", $"model/{model.Id}", now, details: new { model.Task, model.Number, model.Rows, model.Reason });
        await db.SaveChangesAsync(ct);
        await work.CommitAsync(ct);
        return model;
    }
}

/// <summary>How a new version did beside the one that spoke.</summary>
internal sealed record Trial(ModelReason Reason, double? Score = null, double? ScoreOfLive = null, int? HeldOut = null)
{
    public static readonly Trial ByHand = new(ModelReason.ByHand);
}

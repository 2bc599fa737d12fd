using System.ComponentModel.DataAnnotations;
using Linli.Cases.Learning;
using Linli.Platform.Access;
using Linli.Platform.Audit;
using Linli.Platform.Data;
using Linli.Platform.Jobs;
using Linli.Platform.Problems;
using Linli.Platform.Web;
using Microsoft.EntityFrameworkCore;

namespace Linli.Cases.SeeLearning;

/// <summary>Lets another version of a model speak.</summary>
internal sealed record PutBack : ICommand
{
    /// <summary>The version that is to speak.</summary>
    [Required(ErrorMessage = "cases.version-missing")] public int? Number { get; set; }

    /// <summary>The version that the caller saw speaking; absent where none did.</summary>
    public int? Live { get; set; }
}

internal sealed class PutBackHandler(AppDb db, IAccess access, IEnumerable<ILearning> learnings, TimeProvider clock)
{
    public async Task<Result<Done>> HandleAsync(string task, PutBack command, CancellationToken ct)
    {
        if (CommandValidation.Check(command) is { } invalid) return invalid;
        await using var work = await db.BeginAsync(ct);
        var versions = db.LearnedModels.Where(m => m.Task == task);
        if (await versions.SingleOrDefaultAsync(m => m.Number == command.Number, ct) is not { } chosen) return Problem.NotFound;
        if (chosen.Content.Length == 0) return CaseErrors.ModelNotKept;
        if (await versions.Where(m => m.Active).Select(m => (int?)m.Number).SingleOrDefaultAsync(ct) != command.Live) return Problem.Stale;
        if (chosen.Active) return new Done();   // it speaks already
        if (command.Live is { } live && await versions.Where(m => m.Active && m.Number == live).ExecuteUpdateAsync(set => set.SetProperty(m => m.Active, false), ct) == 0) return Problem.Stale;   // another at this moment
        chosen.Active = true;
        db.Audit(access, "cases.put-model-back", $"model/{chosen.Id}", clock.GetUtcNow(), details: new { task, command.Number, command.Live });
        db.AfterCommit(() => learnings.Single(l => l.Name == task).Forget());
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateException)
        {
            return Problem.Stale;   // where none spoke, another was put back at this moment
        }
        await work.CommitAsync(ct);
        return new Done();
    }
}

/// <summary>Learns now, besides the night of the week.</summary>
internal sealed class LearnNowHandler(AppDb db, IAccess access, JobBoard jobs, TimeProvider clock)
{
    public async Task HandleAsync(CancellationToken ct)
    {
        await jobs.RunNowAsync(LearnAnew.JobName, ct);
        db.Audit(access, "cases.learn-now", "job/" + LearnAnew.JobName, clock.GetUtcNow());
        await db.SaveChangesAsync(ct);
    }
}

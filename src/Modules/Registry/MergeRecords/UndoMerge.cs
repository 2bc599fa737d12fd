using Linli.Platform.Access;
using Linli.Platform.Audit;
using Linli.Platform.Data;
using Linli.Platform.Problems;
using Microsoft.EntityFrameworkCore;

namespace Linli.Registry;

/// <summary>撤销合并: both records are as they were.</summary>
internal sealed class UndoMergeHandler(AppDb db, IAccess access, CompareTwinsHandler compare, RecordWriting writing, MoveRows rows, TimeProvider clock)
{
    public async Task<Result<MergedRecords>> HandleAsync(Guid id, CancellationToken ct)
    {
        if (await db.Merges.SingleOrDefaultAsync(m => m.Id == id, ct) is not { } merge) return Problem.NotFound;
        if (await compare.OpenAsync(merge.KeptId, merge.EndedId, ct) is not var (pair, one, other)) return Problem.NotFound;
        var (kept, ended) = one.Record.Id == merge.KeptId ? (one, other) : (other, one);
        if (merge.UndoneAt is not null || !merge.IsLastOf(kept.History) || !merge.IsLastOf(ended.History)) return RegistryErrors.MergeBuiltUpon;
        var now = clock.GetUtcNow();
        try
        {
            await using var work = await db.BeginAsync(ct);
            foreach (var state in kept.History.States.Concat(ended.History.States).Where(s => s.Kind is StateKind.Merged && s.RecordedAt == merge.At)) state.SupersededAt = now;
            await writing.FollowAsync([kept, ended], now, ct);
            ended.Record.MergedInto = null;
            await rows.ReturnAsync(merge, ct);
            (merge.UndoneAt, merge.UndoneBy) = (now, access.Actor.Name);
            merge.Version++;
            pair.Reopen();
            db.Audit(access, "registry.undo-merge", $"record/{kept.Record.Id}", now, kept.Record.DivisionCode, new { merge = merge.Id, ended = ended.Record.Id });
            await db.SaveChangesAsync(ct);
            await work.CommitAsync(ct);
        }
        catch (DbUpdateConcurrencyException)
        {
            db.Forget();
            return RegistryErrors.MergeBuiltUpon;
        }
        return new MergedRecords(merge.Id, merge.KeptId, merge.EndedId);
    }
}

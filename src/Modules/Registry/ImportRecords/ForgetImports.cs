using Linli.Platform.Data;
using Linli.Platform.Jobs;
using Microsoft.EntityFrameworkCore;

namespace Linli.Registry;

/// <summary>Removes uploaded tables that have served their time: they hold personal data. What became of their rows stays, and can still be taken back.</summary>
internal sealed class ForgetImports(AppDb db, TimeProvider clock) : IJob
{
    private static readonly TimeSpan Kept = TimeSpan.FromDays(30);

    public async Task RunAsync(CancellationToken ct)
    {
        var before = clock.GetUtcNow() - Kept;
        await using var work = await db.BeginAsync(ct);
        var over = db.Imports.Where(i => i.CreatedAt < before && i.State != ImportState.Loading);
        await db.ImportParts.Where(p => over.Any(i => i.Id == p.ImportId)).ExecuteDeleteAsync(ct);
        var left = over.Where(i => i.State == ImportState.Ready || i.State == ImportState.Checking);
        await db.ImportRows.Where(r => left.Any(i => i.Id == r.ImportId)).ExecuteDeleteAsync(ct);
        await left.ExecuteDeleteAsync(ct);
        await work.CommitAsync(ct);
    }
}

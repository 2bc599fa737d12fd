using Linli.Platform.Data;
using Linli.Platform.Jobs;
using Microsoft.EntityFrameworkCore;

namespace Linli.Cases.UploadTable;

/// <summary>Removes uploads that have served their time: their tables hold personal data, and the cases stay.</summary>
internal sealed class ForgetUploads(AppDb db, TimeProvider clock) : IJob
{
    private static readonly TimeSpan Kept = TimeSpan.FromDays(30);

    public async Task RunAsync(CancellationToken ct)
    {
        var before = clock.GetUtcNow() - Kept;
        await using var work = await db.BeginAsync(ct);
        await db.Uploads.Where(u => u.CreatedAt < before && u.State != UploadState.Filing).ExecuteDeleteAsync(ct);
        await work.CommitAsync(ct);
    }
}

using Linli.Platform.Access;
using Linli.Platform.Audit;
using Linli.Platform.Data;
using Linli.Platform.Jobs;
using Linli.Platform.Problems;
using Linli.Platform.Web;
using Microsoft.EntityFrameworkCore;

namespace Linli.Cases.UploadTable;

/// <summary>Has the rows of an upload filed.</summary>
internal sealed record ConfirmUpload : ICommand
{
    /// <summary>The version that the caller saw.</summary>
    public int Version { get; set; }
}

internal sealed class ConfirmUploadHandler(AppDb db, IAccess access, DelayedJobs jobs, TimeProvider clock)
{
    public async Task<Result<Done>> HandleAsync(Guid id, ConfirmUpload command, CancellationToken ct)
    {
        if (await db.Uploads.Within(access).SingleOrDefaultAsync(u => u.Id == id, ct) is not { } upload) return Problem.NotFound;
        var now = clock.GetUtcNow();
        if (upload.State is UploadState.Mapping)
        {
            if (upload.Version != command.Version) return Problem.Stale;
            upload.Confirm();
            db.Audit(access, "cases.confirm-upload", upload.Subject, now, upload.DivisionCode, new { upload.Channel, upload.Rows });
            try
            {
                await db.SaveChangesAsync(ct);
            }
            catch (DbUpdateConcurrencyException)
            {
                return Problem.Stale;
            }
        }
        // Again for one that was confirmed: a program that was cut off in between left it without its job, and a second job finds nothing to do.
        if (upload.State is UploadState.Filing) await jobs.ScheduleAsync(FileUpload.JobName, upload.Id.ToString(), now, new UploadKey(upload.Id), ct);
        return new Done();
    }
}

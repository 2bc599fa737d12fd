using Linli.Cases.ReceiveBatch;
using Linli.Cases.Taxonomy;
using Linli.Platform.Access;
using Linli.Platform.Data;
using Linli.Platform.Jobs;
using Linli.Platform.Live;
using Linli.Platform.Secrets;
using Microsoft.EntityFrameworkCore;

namespace Linli.Cases.UploadTable;

/// <summary>Which upload.</summary>
internal sealed record UploadKey(Guid Id);

/// <summary>
/// Files the rows of a confirmed upload in the name of who sent it, some at a time. After each time it notes how far it is; broken
/// off before that, it sends the same rows again, which have their keys and are not filed twice.
/// </summary>
internal sealed class FileUpload(AppDb db, IServiceProvider services, ReceiveBatchHandler batch, TaxonomyCache taxonomy, LiveFeed feed, FieldCipher cipher, TimeProvider clock) : IJob<UploadKey>
{
    public const string JobName = "cases.file-upload";

    public static string Topic(Guid id) => $"upload-{id}";

    public async Task RunAsync(UploadKey data, CancellationToken ct)
    {
        if (await db.Uploads.AsNoTracking().SingleOrDefaultAsync(u => u.Id == data.Id, ct) is not { State: UploadState.Filing } upload) return;
        services.ActAs(new BorrowedAccess(new Actor(ActorKind.Staff, upload.ActorId, upload.ActorName), upload.DivisionCode));
        var rows = new UploadRows(upload, cipher, await taxonomy.GetAsync(ct));
        while (upload.State is UploadState.Filing)
        {
            var next = Enumerable.Range(upload.Through, Math.Min(ReceiveBatchHandler.AtOnce, upload.Rows - upload.Through));
            var outcomes = await batch.HandleAsync([.. next.Select(rows.Report)], ct);
            db.Forget();
            upload = await db.Uploads.SingleAsync(u => u.Id == data.Id, ct);
            upload.Note(outcomes, clock.GetUtcNow());
            await db.SaveChangesAsync(ct);
            await feed.TellAsync(db, [new LiveChange(Topic(upload.Id), upload.DivisionCode, null, upload.Id)], ct);
        }
    }
}

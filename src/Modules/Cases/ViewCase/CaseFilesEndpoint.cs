using Linli.Platform.Access;
using Linli.Platform.Data;
using Linli.Platform.Files;
using Linli.Platform.Problems;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;

namespace Linli.Cases.ViewCase;

/// <summary>A photo or file of a case, for those who see the case.</summary>
internal static class CaseFilesEndpoint
{
    /// <summary>A photo or file of a case.</summary>
    public static async Task<IResult> Get(Guid id, Guid attachmentId, AppDb db, IAccess access, FileStore files, CancellationToken ct)
    {
        if (!await db.Cases.Seen(db, access).AnyAsync(c => c.Id == id, ct)
            || await db.Attachments.AsNoTracking().SingleOrDefaultAsync(a => a.Id == attachmentId && a.CaseId == id, ct) is not { } found)
            return new ProblemResult(Problem.NotFound);
        return files.Send(new StoredFile(found.Hash, found.MediaType, found.Length, found.Width, found.Height), found.Name);
    }
}

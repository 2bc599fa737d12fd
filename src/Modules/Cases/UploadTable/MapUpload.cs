using System.Text.Json;
using Linli.Cases.Mapping;
using Linli.Platform.Access;
using Linli.Platform.Data;
using Linli.Platform.Problems;
using Linli.Platform.Texts;
using Linli.Platform.Web;
using Microsoft.EntityFrameworkCore;

namespace Linli.Cases.UploadTable;

/// <summary>Says which column of an upload is what.</summary>
internal sealed record MapUpload : ICommand
{
    /// <summary>Columns by field; an empty one leaves the field out.</summary>
    public Dictionary<string, string>? Columns { get; set; }

    /// <summary>The version that the caller saw.</summary>
    public int Version { get; set; }
}

internal sealed class MapUploadHandler(AppDb db, IAccess access)
{
    public async Task<Result<Done>> HandleAsync(Guid id, MapUpload command, CancellationToken ct)
    {
        if (await db.Uploads.Within(access).SingleOrDefaultAsync(u => u.Id == id, ct) is not { } upload) return Problem.NotFound;
        if (upload.State is not UploadState.Mapping) return CaseErrors.UploadConfirmed;
        if (upload.Version != command.Version) return Problem.Stale;
        var columns = (command.Columns ?? []).Where(c => !string.IsNullOrEmpty(c.Value) && ReportField.All.Contains(c.Key)).ToDictionary(c => c.Key, c => c.Value);
        if (!columns.ContainsKey(ReportField.Text)) return Problem.Invalid("text", "cases.upload-without-text");
        upload.Columns = JsonSerializer.Serialize(columns, Json.Readable);
        upload.Version++;
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateConcurrencyException)
        {
            return Problem.Stale;
        }
        return new Done();
    }
}

using Linli.Cases.History;
using Linli.Platform.Data;
using Linli.Platform.Files;
using Linli.Platform.Problems;
using Microsoft.AspNetCore.Http;

namespace Linli.Cases;

/// <summary>Takes photos and documents into the file store, then ties them to a case with the pending changes.</summary>
internal sealed class Attaching(AppDb db, FileStore files)
{
    public const int Most = 6;
    public static readonly FileLimits Limits = new() { Kinds = FileKinds.Photo | FileKinds.Pdf | FileKinds.Office };

    /// <summary>Stores what was sent. A file that is refused refuses the whole request, before anything is written.</summary>
    public async Task<Result<IReadOnlyList<(StoredFile File, string Name)>>> StoreAsync(IReadOnlyList<IFormFile>? sent, CancellationToken ct)
    {
        var stored = new List<(StoredFile, string)>();
        if (sent?.Count > Most) return Problem.Invalid("photos", "cases.too-many-photos");
        foreach (var file in sent ?? [])
        {
            if (file.Length == 0) continue;
            await using var content = file.OpenReadStream();
            var outcome = await files.Save(content, Limits, ct);
            if (!outcome.Stored) return Refused(outcome.Refusal.Value);
            stored.Add((outcome.File, Path.GetFileName(file.FileName)));
        }
        return stored;
    }

    private static Problem Refused(FileRefusal refusal) =>
        Problem.Invalid("photos", refusal.Code()) with { Status = refusal is FileRefusal.TooLarge ? StatusCodes.Status413PayloadTooLarge : StatusCodes.Status400BadRequest };

    /// <summary>Adds rows that are saved with the change that <paramref name="entry"/> records.</summary>
    public void Attach(IEnumerable<(StoredFile File, string Name)> stored, HistoryEntry entry, bool forReporter) => Attach(stored, entry.CaseId, entry.Id, entry.At, forReporter);

    /// <summary>Adds rows that belong to an entry of the history, or to a remark of a consultation.</summary>
    public void Attach(IEnumerable<(StoredFile File, string Name)> stored, Guid caseId, Guid entryId, DateTimeOffset at, bool forReporter)
    {
        foreach (var (file, name) in stored)
            db.Append(new Attachment
            {
                Id = Guid.CreateVersion7(at),
                CaseId = caseId,
                EntryId = entryId,
                Hash = file.Hash,
                MediaType = file.MediaType,
                Length = file.Length,
                Width = file.Width,
                Height = file.Height,
                Name = name,
                ForReporter = forReporter,
                AddedAt = at,
            });
    }
}

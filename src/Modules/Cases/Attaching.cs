using Linli.Cases.History;
using Linli.Platform.Data;
using Linli.Platform.Files;
using Linli.Platform.Problems;
using Microsoft.AspNetCore.Http;

namespace Linli.Cases;

/// <summary>Takes photos and documents into the file store, then ties them to a case with the pending changes.</summary>
internal sealed class Attaching(AppDb db, FileStore files)
{
    /// <inheritdoc cref="SentFiles.SaveSentAsync"/>
    public Task<Result<IReadOnlyList<(StoredFile File, string Name)>>> StoreAsync(IReadOnlyList<IFormFile>? sent, CancellationToken ct) => files.SaveSentAsync(sent, ct);

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

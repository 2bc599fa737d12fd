using System.Formats.Tar;
using System.IO.Compression;
using System.Text.Json;
using Linli.Platform.CommandLine;
using Linli.Platform.Files;
using Linli.Platform.Texts;
using Microsoft.Extensions.Options;

namespace Linli.Platform.Backup;

/// <summary>
/// Everything of an installation in one <c>tar.gz</c>: <c>backup.json</c>, the database, <c>keys.json</c> and <c>files/</c>.
/// It holds the keys, so it is readable by its owner alone and must be kept like a secret.
/// </summary>
internal sealed class BackupArchive(IDatabaseCopy database, IOptions<LinliOptions> options, TimeProvider clock)
{
    private const string Label = "backup.json", Database = "database", Keys = "keys.json", Files = "files";

    private string Data => Path.GetFullPath(options.Value.Data);

    /// <summary>Writes the archive; it appears under its name only when it is complete.</summary>
    public async Task SaveAsync(string file, CancellationToken ct)
    {
        var work = WorkFolder();
        try
        {
            await database.SaveAsync(Path.Combine(work, Database), ct);   // before the files: a file without a row does no harm, a row without its file does
            await File.WriteAllTextAsync(Path.Combine(work, Label), JsonSerializer.Serialize(new BackupLabel(database.Kind, clock.GetUtcNow()), Json.Readable), ct);
            using var draft = DraftFile.Beside(Path.GetFullPath(file));
            await using (var zip = new GZipStream(draft.Content, CompressionLevel.Fastest, leaveOpen: true))
            await using (var tar = new TarWriter(zip))
            {
                foreach (var part in (string[])[Label, Database]) await tar.WriteEntryAsync(Path.Combine(work, part), part, ct);
                if (File.Exists(Path.Combine(Data, Keys))) await tar.WriteEntryAsync(Path.Combine(Data, Keys), Keys, ct);
                foreach (var stored in StoredFiles()) await tar.WriteEntryAsync(stored, Path.GetRelativePath(Data, stored), ct);
            }
            draft.Publish(Path.GetFullPath(file));
        }
        finally
        {
            Directory.Delete(work, recursive: true);
        }
    }

    /// <summary>Puts an archive in place of what is here.</summary>
    /// <exception cref="UsageException">It is of another kind of database, or something is here and <paramref name="force"/> was not said.</exception>
    public async Task LoadAsync(string file, bool force, CancellationToken ct)
    {
        if (!force && !await IsEmptyAsync(ct)) throw new UsageException("There is data here already. Restore into an empty place, or say --force to replace it.");
        var work = WorkFolder();
        try
        {
            await using (var zip = new GZipStream(File.OpenRead(file), CompressionMode.Decompress)) await TarFile.ExtractToDirectoryAsync(zip, work, overwriteFiles: false, ct);
            var label = JsonSerializer.Deserialize<BackupLabel>(await File.ReadAllTextAsync(Path.Combine(work, Label), ct), Json.Readable)!;
            if (label.Database != database.Kind) throw new UsageException($"This is a backup of {label.Database}, and {database.Kind} is configured.");
            await database.LoadAsync(Path.Combine(work, Database), ct);
            if (File.Exists(Path.Combine(work, Keys))) File.Move(Path.Combine(work, Keys), Path.Combine(Data, Keys), overwrite: true);
            if (Directory.Exists(Path.Combine(Data, Files))) Directory.Delete(Path.Combine(Data, Files), recursive: true);
            if (Directory.Exists(Path.Combine(work, Files))) Directory.Move(Path.Combine(work, Files), Path.Combine(Data, Files));
        }
        finally
        {
            Directory.Delete(work, recursive: true);
        }
    }

    // Keys alone are nothing: the first start of any verb makes them, and without a database they have encrypted nothing.
    private async Task<bool> IsEmptyAsync(CancellationToken ct) => await database.IsEmptyAsync(ct) && !StoredFiles().Any();

    private IEnumerable<string> StoredFiles() =>
        Directory.Exists(Path.Combine(Data, Files)) ? Directory.EnumerateFiles(Path.Combine(Data, Files), "*", SearchOption.AllDirectories) : [];

    /// <summary>Beside the data, so that moving into place is a rename.</summary>
    private string WorkFolder() => Directory.CreateDirectory(Path.Combine(Data, "backups", Path.GetRandomFileName())).FullName;

    private sealed record BackupLabel(string Database, DateTimeOffset MadeAt);
}

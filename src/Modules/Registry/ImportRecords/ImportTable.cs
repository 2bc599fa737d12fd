using System.Text.Json;
using Linli.Platform.Data;
using Linli.Platform.Secrets;
using Linli.Platform.Tables;
using Linli.Platform.Texts;
using Microsoft.EntityFrameworkCore;

namespace Linli.Registry;

/// <summary>A part of an uploaded table, encrypted: names and numbers of people stand in it.</summary>
internal sealed class ImportPart
{
    /// <summary>How many rows a part has: as many as make a good transaction.</summary>
    public const int Size = 1_000;
    public const string Purpose = "registry.import.content";

    public required Guid Id { get; init; }
    public required Guid ImportId { get; init; }

    /// <summary>Its place among the parts, from 0.</summary>
    public required int Place { get; init; }

    /// <summary>Rows of values in the order of the columns, JSON encrypted.</summary>
    public required byte[] Content { get; init; }
}

/// <summary>A row of an uploaded table.</summary>
/// <param name="Line">Its line in the file.</param>
/// <param name="Values">In the order of the columns; may be shorter.</param>
internal sealed record TableRow(int Line, IReadOnlyList<string> Values);

/// <summary>Uploaded tables, part by part, so that no more of one than a part is in memory.</summary>
internal sealed class ImportTable(AppDb db, FieldCipher cipher)
{
    /// <summary>The parts of a table, to be saved.</summary>
    public IEnumerable<ImportPart> Parts(Guid importId, UploadedTable table, DateTimeOffset now) => table.Rows.Chunk(ImportPart.Size).Select((rows, place) => new ImportPart
    {
        Id = Guid.CreateVersion7(now), ImportId = importId, Place = place, Content = cipher.Protect(JsonSerializer.Serialize(rows, Json.Readable), ImportPart.Purpose),
    });

    /// <summary>The rows from one on to the end of its part; none where the table is forgotten.</summary>
    /// <param name="importId">The import.</param>
    /// <param name="row">From 0.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<IReadOnlyList<TableRow>> ReadAsync(Guid importId, int row, CancellationToken ct)
    {
        var place = row / ImportPart.Size;
        var content = await db.ImportParts.AsNoTracking().Where(p => p.ImportId == importId && p.Place == place).Select(p => p.Content).SingleOrDefaultAsync(ct);
        if (content is null) return [];
        var rows = JsonSerializer.Deserialize<List<string[]>>(cipher.Unprotect(content, ImportPart.Purpose), Json.Readable)!;
        return [.. rows.Select((values, i) => new TableRow(place * ImportPart.Size + i + UploadedTable.FirstLine, values)).Skip(row % ImportPart.Size)];
    }

    /// <summary>Rows by their lines.</summary>
    public async Task<IReadOnlyDictionary<int, TableRow>> ReadAsync(Guid importId, IEnumerable<int> lines, CancellationToken ct)
    {
        var found = new Dictionary<int, TableRow>();
        foreach (var part in lines.GroupBy(line => (line - UploadedTable.FirstLine) / ImportPart.Size))
        {
            var wanted = part.ToHashSet();
            foreach (var row in await ReadAsync(importId, part.Key * ImportPart.Size, ct))
                if (wanted.Contains(row.Line)) found[row.Line] = row;
        }
        return found;
    }
}

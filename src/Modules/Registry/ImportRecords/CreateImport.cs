using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using Linli.Platform.Access;
using Linli.Platform.Audit;
using Linli.Platform.Data;
using Linli.Platform.Jobs;
using Linli.Platform.Problems;
using Linli.Platform.Tables;
using Linli.Platform.Texts;
using Linli.Platform.Web;

namespace Linli.Registry;

/// <summary>A table of records of one type.</summary>
internal sealed record CreateImport : ICommand
{
    /// <summary>Code of the type.</summary>
    [Required(ErrorMessage = "registry.type-missing")] public string? Type { get; set; }
    [Required(ErrorMessage = "platform.table-missing"), StringLength(200, ErrorMessage = "registry.too-long")] public string? FileName { get; set; }

    /// <summary>Excel, of which the first sheet is read, or CSV. In JSON as base64.</summary>
    [Required(ErrorMessage = "platform.table-missing")] public byte[]? File { get; set; }
}

/// <summary>Takes a table in and guesses which column is what. No record is made yet.</summary>
internal sealed class CreateImportHandler(AppDb db, IAccess access, TypeCache types, ImportTable table, DelayedJobs jobs, TimeProvider clock)
{
    public const int MostRows = 100_000, MostBytes = 20 << 20;
    private const int LongestName = 100;

    public async Task<Result<ImportKey>> HandleAsync(CreateImport command, CancellationToken ct)
    {
        if (access.Division is not { } scope) return Problem.Forbidden;
        if (CommandValidation.Check(command) is { } invalid) return invalid;
        if ((await types.GetAsync(ct)).Find(command.Type) is not { Active: true } type) return Problem.Invalid("type", "registry.type-unknown");
        if (command.File!.Length > MostBytes) return Problem.Invalid("file", "platform.table-too-long");
        if (!TableReader.Read(command.File, MostRows).Succeeded(out var read, out var unreadable)) return unreadable;

        var (now, name, columns) = (clock.GetUtcNow(), Path.GetFileName(command.FileName!), ImportTarget.Guess(type, read.Header, access));
        var import = new RecordImport
        {
            Id = Guid.CreateVersion7(now), TypeCode = type.Code, FileName = name.Length <= LongestName ? name : name[^LongestName..], DivisionCode = scope,
            ActorId = access.Actor.Id, ActorName = access.Actor.Name, CreatedAt = now, Header = JsonSerializer.Serialize(read.Header, Json.Readable), Rows = read.Rows.Count,
            Columns = JsonSerializer.Serialize(columns, Json.Readable), KeyField = ImportTarget.Keys(type).FirstOrDefault(f => columns.ContainsKey(f.Key))?.Key,
        };
        await using (var work = await db.BeginAsync(ct))
        {
            db.Add(import);
            db.Audit(access, "registry.create-import", import.Subject, now, import.DivisionCode, new { type = type.Code, import.Rows });
            await db.SaveChangesAsync(ct);
            foreach (var part in table.Parts(import.Id, read, now)) await db.InsertManyAsync([part], ct);
            await work.CommitAsync(ct);
        }
        await jobs.StartAsync(import, clock.GetUtcNow(), ct);
        return new ImportKey(import.Id);
    }
}

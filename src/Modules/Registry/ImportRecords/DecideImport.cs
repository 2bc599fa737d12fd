using System.Text.Json;
using Linli.Platform.Access;
using Linli.Platform.Audit;
using Linli.Platform.Data;
using Linli.Platform.Jobs;
using Linli.Platform.Problems;
using Linli.Platform.Texts;
using Linli.Platform.Web;
using Microsoft.EntityFrameworkCore;

namespace Linli.Registry;

/// <summary>Says which column of an import is what.</summary>
internal sealed record MapImport : ICommand
{
    /// <summary>Columns by what they are: a field's key, <c>@division</c>, <c>@address</c>, <c>@longitude</c>, <c>@latitude</c> or <c>@valid-from</c>; an empty one leaves it out.</summary>
    public Dictionary<string, string>? Columns { get; set; }

    /// <summary>The field by whose value a record that is there already is changed; empty where all rows are new.</summary>
    public string? KeyField { get; set; }

    /// <summary>The version that the caller saw.</summary>
    public int Version { get; set; }
}

/// <summary>Confirms an import, or has it taken back.</summary>
internal sealed record DecideImport : ICommand
{
    /// <summary>The version that the caller saw.</summary>
    public int Version { get; set; }
}

/// <summary>What people decide about an import; the work itself is a job's.</summary>
internal sealed class DecideImportHandler(AppDb db, IAccess access, TypeCache types, DelayedJobs jobs, TimeProvider clock)
{
    public async Task<Result<Done>> MapAsync(Guid id, MapImport command, CancellationToken ct)
    {
        if (await FindAsync(id, ct) is not { } import) return Problem.NotFound;
        var type = (await types.GetAsync(ct)).Find(import.TypeCode)!;
        var (targets, names) = (ImportTarget.Of(type, access), import.Names());
        var columns = (command.Columns ?? []).Where(c => !string.IsNullOrEmpty(c.Value)).ToDictionary();
        if (columns.FirstOrDefault(c => !targets.Contains(c.Key) || !names.Contains(c.Value)) is { Key: { } unknown }) return Problem.Invalid(RecordContents.Field + unknown, "registry.no-such-field");
        var key = string.IsNullOrEmpty(command.KeyField) ? null : command.KeyField;
        if (key is not null && !(columns.ContainsKey(key) && ImportTarget.Keys(type).Any(f => f.Key == key))) return Problem.Invalid("keyField", "registry.key-without-column");
        return await BeginAsync(import, ImportState.Ready, ImportState.Checking, command.Version, i => (i.Columns, i.KeyField) = (JsonSerializer.Serialize(columns, Json.Readable), key), ct);
    }

    public async Task<Result<Done>> ConfirmAsync(Guid id, DecideImport command, CancellationToken ct) =>
        await FindAsync(id, ct) is { } import ? await BeginAsync(import, ImportState.Ready, ImportState.Loading, command.Version, _ => { }, ct) : Problem.NotFound;

    public async Task<Result<Done>> UndoAsync(Guid id, DecideImport command, CancellationToken ct) =>
        await FindAsync(id, ct) is { } import ? await BeginAsync(import, ImportState.Done, ImportState.Undoing, command.Version, _ => { }, ct) : Problem.NotFound;

    private Task<RecordImport?> FindAsync(Guid id, CancellationToken ct) => db.Imports.Within(access).SingleOrDefaultAsync(i => i.Id == id, ct);

    private async Task<Result<Done>> BeginAsync(RecordImport import, ImportState from, ImportState to, int version, Action<RecordImport> change, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        if (import.State != to)
        {
            if (import.State != from) return RegistryErrors.ImportBeyond;
            if (import.Version != version) return Problem.Stale;
            change(import);
            import.Begin(to);
            db.Audit(access, $"registry.import-{to.ToString().ToLowerInvariant()}", import.Subject, now, import.DivisionCode, new { type = import.TypeCode, import.Rows });
            try
            {
                await db.SaveChangesAsync(ct);
            }
            catch (DbUpdateConcurrencyException)
            {
                return Problem.Stale;
            }
        }
        // Again for one that has begun: a program that was cut off in between left it without its job, and a second job finds nothing to do.
        await jobs.StartAsync(import, now, ct);
        return new Done();
    }
}

internal static class ImportJobs
{
    /// <summary>Has an import worked on in the background.</summary>
    public static Task StartAsync(this DelayedJobs jobs, RecordImport import, DateTimeOffset now, CancellationToken ct) =>
        jobs.ScheduleAsync(RunImport.JobName, $"{import.Id}/{import.State}", now, new ImportKey(import.Id), ct);
}

using Linli.Contracts.Grids;
using Linli.Platform.Access;
using Linli.Platform.Data;
using Linli.Platform.Jobs;
using Linli.Platform.Live;
using Microsoft.EntityFrameworkCore;

namespace Linli.Registry;

/// <summary>
/// Works on an import in the name of who sent it, a part at a time: what became of a part and how far it is are saved at once, so that
/// what was broken off goes on where it stood.
/// </summary>
internal sealed class RunImport(AppDb db, IServiceProvider services, TypeCache types, IDivisions divisions, IAccess access, ImportTable table, CheckRows check, LoadRows load, UndoRows undo, FindTwins twins, LiveFeed feed, TimeProvider clock) : IJob<ImportKey>
{
    public const string JobName = "registry.run-import";

    public async Task RunAsync(ImportKey data, CancellationToken ct)
    {
        if (await FindAsync(data, ct) is not { Runs: true } import) return;
        // Which fields its columns may fill in was decided when they were named, by what their author may see.
        services.ActAs(new BorrowedAccess(new Actor(ActorKind.Staff, import.ActorId, import.ActorName), import.DivisionCode, RegistryPolicies.See, RegistryPolicies.RevealSensitive));
        var reader = new RowReader(import, (await types.GetAsync(ct)).Find(import.TypeCode)!, new(divisions, access));
        if (import.State is ImportState.Checking) await CheckAsync(import, reader, ct);
        else
        {
            while (import is { State: ImportState.Loading or ImportState.Undoing })
            {
                await (import.State is ImportState.Loading ? load.HandleAsync(import, reader, ct) : undo.HandleAsync(import, reader.Type, ct));
                await TellAsync(import, ct);
                db.Forget();
                import = (await FindAsync(data, ct))!;
            }
            await twins.RunAsync(ct);
        }
    }

    /// <summary>Looks at all rows, from the first: a key that stands in two rows is refused the second time.</summary>
    private async Task CheckAsync(RecordImport import, RowReader reader, CancellationToken ct)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        if (import.Through > 0) import.Begin(ImportState.Checking);
        await using (var work = await db.BeginAsync(ct))
        {
            await db.ImportRows.Where(r => r.ImportId == import.Id).ExecuteDeleteAsync(ct);
            await db.SaveChangesAsync(ct);
            await work.CommitAsync(ct);
        }
        while (import.State is ImportState.Checking)
        {
            var rows = await table.ReadAsync(import.Id, import.Through, ct);
            var looked = await check.HandleAsync(reader, rows, ct);
            var made = looked.Zip(rows, (result, row) => (reader.KeyOf(row) is { } key && !seen.Add(key) ? result with { Outcome = RowOutcome.Refused, Problem = RegistryErrors.KeyTwice } : result).ToRow(import.Id)).ToList();
            await using var work = await db.BeginAsync(ct);
            await db.InsertManyAsync(made, ct);
            import.Note(made, clock.GetUtcNow());
            await db.SaveChangesAsync(ct);
            await work.CommitAsync(ct);
            await TellAsync(import, ct);
        }
    }

    private Task<RecordImport?> FindAsync(ImportKey data, CancellationToken ct) => db.Imports.SingleOrDefaultAsync(i => i.Id == data.Id, ct);

    private Task TellAsync(RecordImport import, CancellationToken ct) => feed.TellAsync(db, [import.Change], ct);
}

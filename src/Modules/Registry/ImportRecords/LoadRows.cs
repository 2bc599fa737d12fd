using Linli.Platform.Access;
using Linli.Platform.Audit;
using Linli.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Linli.Registry;

/// <summary>Takes in the next part of a confirmed import: what was refused when it was looked at stays so, all else is looked at again, for the registry goes on meanwhile.</summary>
internal sealed class LoadRows(AppDb db, IAccess access, ImportTable table, CheckRows check, RecordLoader loader, RecordWriting writing, TimeProvider clock)
{
    public async Task HandleAsync(RecordImport import, RowReader reader, CancellationToken ct)
    {
        var rows = await table.ReadAsync(import.Id, import.Through, ct);
        var (from, to) = (rows[0].Line, rows[^1].Line);
        var refused = await db.ImportRows.AsNoTracking().Where(r => r.ImportId == import.Id && r.Line >= from && r.Line <= to && r.Outcome == RowOutcome.Refused).ToDictionaryAsync(r => r.Line, ct);
        var now = clock.GetUtcNow();
        var looked = await check.HandleAsync(reader, [.. rows.Where(r => !refused.ContainsKey(r.Line))], ct);
        var added = looked.Where(r => r.Outcome is RowOutcome.Added).Select(row => (row, Made: New(import, reader.Type, row, now))).ToList();
        var changed = looked.Where(r => r.Outcome is RowOutcome.Changed).Select(row => (row, State: StateOf(import, row, now))).ToList();
        var made = refused.Values.Concat(looked.Where(r => r.Content is null).Select(r => r.ToRow(import.Id)))
            .Concat(added.Select(a => a.row.ToRow(import.Id, a.Made.Id, version: 1)))
            .Concat(changed.Select(c => c.row.ToRow(import.Id, stateId: c.State.Id, version: c.row.Known!.Record.Version + 1))).ToList();

        await using var work = await db.BeginAsync(ct);
        await loader.LoadAsync([.. added.Select(a => a.Made)], ct);
        foreach (var (row, state) in changed)
        {
            db.Attach(row.Known!.Record);
            db.Append(state);
        }
        await writing.FollowAsync([.. changed.Select(c => c.row.Known! with { History = new(c.row.Known!.History.States.Append(c.State)) })], now, ct);
        await db.ImportRows.Where(r => r.ImportId == import.Id && r.Line >= from && r.Line <= to).ExecuteDeleteAsync(ct);
        await db.InsertManyAsync(made, ct);
        import.Note(made, now);
        db.Audit(access, "registry.imported", import.Subject, now, import.DivisionCode, new { type = reader.Type.Code, lines = $"{from}-{to}", added = added.Count, changed = changed.Count });
        await db.SaveChangesAsync(ct);
        await work.CommitAsync(ct);
    }

    private static NewRecord New(RecordImport import, RecordType type, CheckedRow row, DateTimeOffset now) =>
        new(Guid.CreateVersion7(now), type, row.Content!, row.From, now, RecordSource.Import, import.ActorName, import.ActorId, import.FileName);

    private RecordState StateOf(RecordImport import, CheckedRow row, DateTimeOffset now) =>
        writing.StateOf(row.Known!.Record.Id, row.Known.Type, row.Content!, StateKind.Changed, new ImportedFacts { Source = RecordSource.Import, Remark = import.FileName }, row.From, now);
}

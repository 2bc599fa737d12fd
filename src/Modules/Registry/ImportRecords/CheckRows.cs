using Linli.Platform.Access;
using Linli.Platform.Data;
using Linli.Platform.Problems;
using Microsoft.EntityFrameworkCore;

namespace Linli.Registry;

/// <summary>What would become of a row.</summary>
/// <param name="Line">Its line in the file.</param>
/// <param name="Outcome">What would become of it.</param>
/// <param name="Problem">Why it is refused.</param>
/// <param name="Content">What is true from then on, where it is taken.</param>
/// <param name="From">The first day.</param>
/// <param name="Known">The record that is there already.</param>
internal sealed record CheckedRow(int Line, RowOutcome Outcome, Problem? Problem = null, RecordContent? Content = null, DateOnly From = default, OpenRecord? Known = null)
{
    public ImportRow ToRow(Guid importId, Guid? recordId = null, Guid? stateId = null, int? version = null) => new()
    {
        ImportId = importId, Line = Line, Outcome = Outcome, RecordId = recordId ?? Known?.Record.Id, StateId = stateId, RecordVersion = version, Reason = Problem is null ? null : KeptProblem.Of(Problem).Write(),
    };
}

/// <summary>Checks rows by the rules that hold for single records.</summary>
internal sealed class CheckRows(AppDb db, IAccess access, RecordVault vault, RecordContents contents, TimeProvider clock)
{
    public async Task<IReadOnlyList<CheckedRow>> HandleAsync(RowReader reader, IReadOnlyList<TableRow> rows, CancellationToken ct)
    {
        var known = reader.Key is { } key ? await KnownAsync(reader, key, rows, ct) : null;
        return [.. rows.Select(row => Check(reader, row, known))];
    }

    private CheckedRow Check(RowReader reader, TableRow row, ILookup<string, OpenRecord>? known)
    {
        if (!reader.Read(row).Succeeded(out var said, out var unreadable)) return Refused(row, unreadable);
        var there = known is not null && reader.KeyOf(row) is { } value ? known[value].ToList() : [];
        if (there.Count > 1) return Refused(row, Problem.Invalid(RecordContents.Field + reader.Key!.Key, "registry.key-of-several"));
        var content = there is [var open] ? contents.Change(reader.Type, open.History, said, clock.GetUtcNow()) : contents.Merge(reader.Type, null, said);
        var from = said.ValidFrom ?? contents.Today;
        if (content.Succeeded(out var after, out var wrong)) return new(row.Line, there.Count > 0 ? RowOutcome.Changed : RowOutcome.Added, null, after, from, there.FirstOrDefault());
        return wrong == RegistryErrors.NothingChanges ? new(row.Line, RowOutcome.Same, Known: there[0]) : Refused(row, wrong);
    }

    /// <summary>Records of the type that the rows name, with their states, by the value of the key field. What lies outside the caller's divisions is not there.</summary>
    private async Task<ILookup<string, OpenRecord>> KnownAsync(RowReader reader, FieldDefinition key, IReadOnlyList<TableRow> rows, CancellationToken ct)
    {
        var prints = rows.Select(reader.KeyOf).OfType<string>().Select(value => vault.KeyOf(key.Kind, value)).Distinct().ToList();
        var type = reader.Type.Code;
        var found = await db.RecordKeys.Where(k => prints.Contains(k.Fingerprint)).Select(k => k.RecordId).Distinct().ToListAsync(ct);   // first, for few records have the keys and many are of the type
        var records = await db.Records.AsNoTracking().Within(access).Where(r => r.TypeCode == type && r.MergedInto == null && found.Contains(r.Id)).ToListAsync(ct);
        var ids = records.ConvertAll(r => r.Id);
        var states = (await db.RecordStates.AsNoTracking().Where(s => ids.Contains(s.RecordId)).ToListAsync(ct)).ToLookup(s => s.RecordId);
        // The same number may stand in another field of the same kind.
        return records.Select(r => new OpenRecord(r, reader.Type, new(states[r.Id]))).Select(open => (Value: vault.Open(open.History.Latest).Values.GetValueOrDefault(key.Key), open))
            .Where(known => known.Value is not null).ToLookup(known => known.Value!, known => known.open);
    }

    private static CheckedRow Refused(TableRow row, Problem problem) => new(row.Line, RowOutcome.Refused, problem);
}

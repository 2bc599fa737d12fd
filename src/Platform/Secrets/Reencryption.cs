using System.Globalization;
using Linli.Platform.Access;
using Linli.Platform.Audit;
using Linli.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Linli.Platform.Secrets;

/// <summary>
/// Encrypts with the current key what a former one still holds, a batch at a time and each batch with its audit line. What is done needs
/// no second look, so an interrupted run goes on where it was; what somebody changes meanwhile is left as they wrote it.
/// </summary>
internal sealed class Reencryption(AppDb db, FieldCipher cipher, KeyRing ring, IAccess access, TimeProvider clock)
{
    /// <summary>Rows of one transaction.</summary>
    public int BatchSize { get; init; } = 500;

    /// <summary>Goes through all encrypted columns.</summary>
    /// <param name="told">Called after each batch with the column and the number of values it has changed.</param>
    /// <param name="ct">Stops between two batches.</param>
    /// <returns>The number of values that were encrypted anew.</returns>
    public async Task<int> RunAsync(Action<string, int>? told, CancellationToken ct)
    {
        var all = 0;
        foreach (var column in db.EncryptedColumnsOf().ToList())
            for (var from = Guid.Empty; await RowsAsync(column, from, ct) is [.., { Id: var last }] rows; from = last)
            {
                var changed = await ChangeAsync(column, rows, ct);
                all += changed;
                told?.Invoke($"{column.Table}.{column.Column}", changed);
            }
        return all;
    }

    private Task<List<Row>> RowsAsync(EncryptedColumn column, Guid from, CancellationToken ct)
    {
        var select = $$"""
            SELECT {{column.Key}} AS "Id", {{column.Column}} AS "Value" FROM {{column.Table}}
            WHERE {{column.Key}} > {0} AND {{column.Column}} IS NOT NULL AND substr({{column.Column}}, 1, {{FieldCipher.HeaderLength}}) <> {1} ORDER BY {{column.Key}} LIMIT {2}
            """;
        return db.Database.SqlQueryRaw<Row>(select, from, cipher.CurrentHeader(), BatchSize).ToListAsync(ct);
    }

    private async Task<int> ChangeAsync(EncryptedColumn column, List<Row> rows, CancellationToken ct)
    {
        var update = $$"""UPDATE {{column.Table}} SET {{column.Column}} = {0} WHERE {{column.Key}} = {1} AND {{column.Column}} = {2}""";
        await using var work = await db.BeginAsync(ct);
        var changed = 0;
        foreach (var row in rows)
            changed += await db.Database.ExecuteSqlRawAsync(update, [cipher.Protect(cipher.Unprotect(row.Value, column.Purpose), column.Purpose), row.Id, row.Value], ct);
        db.Audit(access, "platform.reencrypt", $"{column.Table}/{column.Column}", clock.GetUtcNow(), details: new { values = changed, key = ring.CurrentKeyId.ToString("x8", CultureInfo.InvariantCulture) });
        await db.SaveChangesAsync(ct);
        await work.CommitAsync(ct);
        return changed;
    }

    private sealed record Row(Guid Id, byte[] Value);
}

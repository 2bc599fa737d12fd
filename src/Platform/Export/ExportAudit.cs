using Linli.Platform.Audit;
using Linli.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Linli.Platform.Export;

/// <summary><c>export audit</c>: the log with the hashes of its chains, for those who check it elsewhere.</summary>
internal sealed class ExportAudit(AppDb db) : IExport
{
    public string What => "audit";

    public IReadOnlyList<string> Formats => ["csv"];

    public async Task<int> WriteAsync(Stream output, string format, CancellationToken ct)
    {
        await using var csv = new CsvFile(output);
        await csv.WriteAsync("chain", "position", "at", "actor_kind", "actor_id", "actor", "action", "subject", "division", "details", "hash");
        var rows = 0;
        await foreach (var line in db.Set<AuditEntry>().AsNoTracking().OrderBy(e => e.Chain).ThenBy(e => e.Position).AsAsyncEnumerable().WithCancellation(ct))
        {
            await csv.WriteAsync(line.Chain, line.Position, line.At, line.ActorKind, line.ActorId, line.ActorName, line.Action, line.Subject, line.DivisionCode, line.Details, Convert.ToHexStringLower(line.Hash));
            rows++;
        }
        return rows;
    }
}

using Linli.Contracts.Grids;
using Linli.Platform.Access;
using Linli.Platform.Audit;
using Linli.Platform.Data;
using Linli.Platform.Export;
using Linli.Platform.Time;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Linli.Registry;

/// <summary>导出: the listed records as a table for spreadsheets, some at a time; of personal values the masks. Who took it out is kept.</summary>
internal sealed class ExportRecordsHandler(AppDb db, IAccess access, TypeCache types, ListRecordsHandler list, IDivisions divisions, IStringLocalizer<RegistryModule> text, SiteTime site, TimeProvider clock)
{
    private const int AtOnce = 1_000;

    public async Task AuditAsync(RecordFilter filter, CancellationToken ct)
    {
        db.Audit(access, "registry.export", "records", clock.GetUtcNow(), access.Division ?? "", new { conditions = filter.At("") });
        await db.SaveChangesAsync(ct);
    }

    public async Task WriteCsvAsync(Stream output, RecordFilter filter, CancellationToken ct)
    {
        await using var csv = new CsvFile(output);
        await WriteAsync(csv, filter, ct);
    }

    public async Task WriteExcelAsync(Stream output, RecordFilter filter, CancellationToken ct)
    {
        await using var workbook = new ExcelFile(output);
        workbook.Sheet(text["registry"]);
        await WriteAsync(workbook, filter, ct);
    }

    private async Task WriteAsync(ITableWriter table, RecordFilter filter, CancellationToken ct)
    {
        var all = await types.GetAsync(ct);
        var fields = all.Find(filter.Type)?.Known.Where(f => access.Of(f) is not FieldSight.Nothing).ToList() ?? [];
        await table.WriteAsync([.. fields.Count > 0 ? fields.Select(f => f.Say()) : [text["type"].Value, text["name"].Value], .. Place.Select(name => text[name].Value)]);
        var records = await list.MeetingAsync(filter, ct);
        for (var page = await NextAsync(records, null, ct); page.Count > 0; page = await NextAsync(records, page[^1], ct))
        {
            var states = fields.Count > 0 ? await LatestAsync(page, ct) : [];
            foreach (var record in page)
            {
                var type = all.Find(record.TypeCode)!;
                var shown = states.TryGetValue(record.Id, out var state) ? new RecordFile(record, type, new([state])).Show(state, access).Facts : null;
                IEnumerable<object?> said = shown is null ? [type.Say(), record.Title] : fields.Select(f => shown.TryGetValue(f.Key, out var value) ? FieldWords.Say(f, value, text) : null);
                await table.WriteAsync([.. said, record.DivisionCode, divisions.PathOf(record.DivisionCode), record.Address, record.Longitude, record.Latitude, record.EndedOn?.ToString("O"), site.Long(record.ChangedAt)]);
            }
        }
    }

    private static readonly string[] Place = ["division-code", "division", "address", "longitude", "latitude", "ended-on", "changed-at"];

    /// <summary>The records after one, in the order of the list.</summary>
    private static Task<List<RegistryRecord>> NextAsync(IQueryable<RegistryRecord> records, RegistryRecord? after, CancellationToken ct)
    {
        if (after is { DivisionCode: var division, Id: var id })
            records = records.Where(r => string.Compare(r.DivisionCode, division) >= 0 && (string.Compare(r.DivisionCode, division) > 0 || r.Id > id));
        return records.OrderBy(r => r.DivisionCode).ThenBy(r => r.Id).Take(AtOnce).ToListAsync(ct);
    }

    private async Task<Dictionary<Guid, RecordState>> LatestAsync(List<RegistryRecord> records, CancellationToken ct)
    {
        var ids = records.ConvertAll(r => r.Id);
        return (await db.RecordStates.AsNoTracking().Where(s => ids.Contains(s.RecordId) && s.SupersededAt == null).ToListAsync(ct))
            .GroupBy(s => s.RecordId).ToDictionary(s => s.Key, s => new RecordHistory(s).Latest);
    }
}

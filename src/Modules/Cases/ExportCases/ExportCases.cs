using Linli.Cases.ListCases;
using Linli.Cases.Showing;
using Linli.Platform.Access;
using Linli.Platform.Audit;
using Linli.Platform.Data;
using Linli.Platform.Export;
using Linli.Platform.Time;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Linli.Cases.ExportCases;

/// <summary>导出: the listed cases as a table for spreadsheets, row by row; without their reporters. Who took it out is kept.</summary>
internal sealed class ExportCasesHandler(AppDb db, IAccess access, CaseLexicon lexicon, IStringLocalizer<CasesModule> text, SiteTime site, TimeProvider clock)
{
    private static readonly string[] Columns =
        ["Number", "Title", "Status", "Level", "Channel", "Category", "Division", "Place", "Unit", "ReceivedAt", "DueAt", "HandledAt", "ClosedAt", "OnTime", "Satisfied"];

    public async Task AuditAsync(CaseFilter filter, CancellationToken ct)
    {
        db.Audit(access, "cases.export", "cases", clock.GetUtcNow(), access.Division ?? "", new { Conditions = filter.At("") });
        await db.SaveChangesAsync(ct);
    }

    public async Task WriteAsync(Stream output, CaseFilter filter, CancellationToken ct)
    {
        var words = await lexicon.ReadAsync(ct);
        await using var csv = new CsvFile(output);
        await csv.WriteAsync([.. Columns.Select(c => text[$"Export.{c}"].Value)]);
        var rows = db.CasesToList(filter).Meeting(filter, access, db, site, clock.GetUtcNow()).InStates(filter.Statuses()).InOrder(filter.Order()).Select(CaseRow.Of);
        await foreach (var row in rows.AsAsyncEnumerable().WithCancellation(ct))
            await csv.WriteAsync(
                row.Number, row.Title, words.Status(row.Status), words.Level(row.Level), words.Channel(row.Channel), words.Category(row.CategoryCode), words.Division(row.DivisionCode), row.Place,
                words.Unit(row.UnitId), Said(row.ReceivedAt), Said(row.DueAt), Said(row.HandledAt), Said(row.ClosedAt), Said(row.OnTime), Said(row.Satisfied));
    }

    private string? Said(DateTimeOffset? at) => at is { } moment ? site.Long(moment) : null;

    private string? Said(bool? answer) => answer is { } said ? text[said ? "Export.Yes" : "Export.No"].Value : null;
}

using Linli.Cases.Intake;
using Linli.Cases.Mapping;
using Linli.Cases.ReceiveCase;
using Linli.Cases.Taxonomy;
using Linli.Platform.Access;
using Linli.Platform.Data;
using Linli.Platform.Problems;
using Linli.Platform.Secrets;
using Linli.Platform.Tables;
using Linli.Platform.Web;
using Microsoft.EntityFrameworkCore;

namespace Linli.Cases.UploadTable;

/// <summary>What would become of each row, before anything is filed.</summary>
internal sealed class PreviewUploadHandler(AppDb db, IAccess access, Filing filing, KnownReports known, TaxonomyCache taxonomy, FieldCipher cipher)
{
    public const int PageSize = 30;

    /// <param name="id">The upload.</param>
    /// <param name="page">From 1.</param>
    /// <param name="onlyRefused">Leaves out the rows that would be taken.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<Result<UploadPreview>> HandleAsync(Guid id, int page, bool onlyRefused, CancellationToken ct)
    {
        if (await db.Uploads.AsNoTracking().Within(access).SingleOrDefaultAsync(u => u.Id == id, ct) is not { } upload) return Problem.NotFound;
        if (upload.State is not UploadState.Mapping) return new UploadPreview(upload, [], [], 1, 0, 0);
        var rows = new UploadRows(upload, cipher, await taxonomy.GetAsync(ct));
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var looked = new List<PreviewRow>(upload.Rows);
        for (var row = 0; row < upload.Rows; row++) looked.Add(await LookAsync(rows, row, seen, ct));
        var refused = looked.Count(row => row.Problem is not null);
        var shown = onlyRefused ? looked.FindAll(row => row.Problem is not null) : looked;
        page = Math.Clamp(page, 1, Math.Max(1, (shown.Count + PageSize - 1) / PageSize));
        return new UploadPreview(upload, rows.Table.Header, await WithKnownAsync(upload, shown.Skip((page - 1) * PageSize).Take(PageSize).ToList(), ct), page, shown.Count, refused);
    }

    private async Task<PreviewRow> LookAsync(UploadRows rows, int row, HashSet<string> seen, CancellationToken ct)
    {
        var line = row + UploadedTable.FirstLine;
        if (!rows.Report(row).Succeeded(out var report, out var unmapped)) return new(line, null, unmapped, false);
        if (CommandValidation.Check(report) is { } invalid) return new(line, report, invalid, false);
        if (!(await filing.CheckAsync(report, ct)).Succeeded(out _, out var refused)) return new(line, report, refused, false);
        return seen.Add(report.ExternalId!) ? new(line, report, null, false) : new(line, report, Problem.Invalid(ReportField.ExternalId, "cases.upload-same-key"), false);
    }

    /// <summary>Rows that were sent before, of those that are shown.</summary>
    private async Task<IReadOnlyList<PreviewRow>> WithKnownAsync(Upload upload, List<PreviewRow> shown, CancellationToken ct)
    {
        var there = await known.FindAsync(upload.Channel, [.. shown.Select(row => row.Report?.ExternalId).OfType<string>()], ct);
        return shown.ConvertAll(row => row.Problem is null && there.ContainsKey(row.Report!.ExternalId!) ? row with { Known = true } : row);
    }
}

/// <summary>An upload and what would become of its rows.</summary>
/// <param name="Upload">The upload.</param>
/// <param name="Header">Its columns.</param>
/// <param name="Rows">The rows of this page.</param>
/// <param name="Page">From 1.</param>
/// <param name="Shown">How many rows all pages have.</param>
/// <param name="Refused">How many of all rows would be refused.</param>
internal sealed record UploadPreview(Upload Upload, IReadOnlyList<string> Header, IReadOnlyList<PreviewRow> Rows, int Page, int Shown, int Refused);

/// <summary>What would become of a row.</summary>
/// <param name="Line">Its line in the file.</param>
/// <param name="Report">The report, where one can be made of it.</param>
/// <param name="Problem">Why it would be refused.</param>
/// <param name="Known">Whether it was sent before.</param>
internal sealed record PreviewRow(int Line, ReceiveCase.ReceiveCase? Report, Problem? Problem, bool Known);

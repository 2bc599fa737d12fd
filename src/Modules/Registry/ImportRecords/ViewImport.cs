using Linli.Contracts.Grids;
using Linli.Platform.Access;
using Linli.Platform.Data;
using Linli.Platform.Problems;
using Linli.Platform.Secrets;
using Microsoft.EntityFrameworkCore;

namespace Linli.Registry;

/// <summary>An import and how far it is.</summary>
/// <param name="Id">Key.</param>
/// <param name="Type">Code of the type of its records.</param>
/// <param name="FileName">Name of the file.</param>
/// <param name="By">Who sent it.</param>
/// <param name="CreatedAt">When.</param>
/// <param name="State">How far it is.</param>
/// <param name="Rows">How many rows it has.</param>
/// <param name="Through">How many of them are through in this state.</param>
/// <param name="Added">How many would be, or were, added.</param>
/// <param name="Changed">How many records that were there would be, or were, changed.</param>
/// <param name="Same">How many say nothing new.</param>
/// <param name="Refused">How many are not taken.</param>
/// <param name="Kept">How many records could not be taken back.</param>
/// <param name="Version">To be named by whoever decides about it.</param>
internal sealed record ImportSummary(
    Guid Id, string Type, string FileName, string By, DateTimeOffset CreatedAt, ImportState State, int Rows, int Through, int Added, int Changed, int Same, int Refused, int Kept, int Version);

/// <summary>The same with its columns.</summary>
/// <param name="Import">The import.</param>
/// <param name="Header">Names of the columns.</param>
/// <param name="Columns">Columns by what they are.</param>
/// <param name="KeyField">The field by whose value records that are there are changed.</param>
internal sealed record ImportDetails(ImportSummary Import, IReadOnlyList<string> Header, IReadOnlyDictionary<string, string> Columns, string? KeyField);

/// <summary>Which rows of an import.</summary>
internal enum RowsShown
{
    All,

    /// <summary>Those that are not taken.</summary>
    Refused,

    /// <summary>Those whose records could not be taken back.</summary>
    Kept,
}

/// <summary>A page of what became, or would become, of rows.</summary>
/// <param name="Items">The rows.</param>
/// <param name="Page">From 1.</param>
/// <param name="Total">How many there are on all pages.</param>
internal sealed record ImportRowList(IReadOnlyList<ImportLine> Items, int Page, int Total);

/// <summary>A row, masked where it is personal.</summary>
/// <param name="Line">Its line in the file.</param>
/// <param name="Outcome">What became of it.</param>
/// <param name="RecordId">The record.</param>
/// <param name="Title">What the record is called; null where the table is forgotten or does not say.</param>
/// <param name="Address">Where it is.</param>
/// <param name="Reason">Why it was refused.</param>
/// <param name="Kept">Whether it could not be taken back.</param>
internal sealed record ImportLine(int Line, RowOutcome Outcome, Guid? RecordId, string? Title, string? Address, KeptProblem? Reason, bool Kept);

internal sealed class ViewImportHandler(AppDb db, IAccess access, TypeCache types, ImportTable table, IDivisions divisions)
{
    public const int PageSize = 30;
    private const int Most = 100;

    /// <summary>The rows that are meant by a word in an address.</summary>
    public static RowsShown Shown(string? said) => Enum.TryParse<RowsShown>(said, ignoreCase: true, out var shown) ? shown : RowsShown.All;

    /// <summary>The latest hundred imports within the caller's divisions, the newest first.</summary>
    public async Task<IReadOnlyList<ImportSummary>> LatestAsync(CancellationToken ct) =>
        await Summaries(db.Imports.AsNoTracking().Within(access).OrderByDescending(i => i.CreatedAt).Take(Most)).ToListAsync(ct);

    /// <summary>An import within the caller's divisions; null where there is none.</summary>
    public async Task<ImportDetails?> FindAsync(Guid id, CancellationToken ct)
    {
        if (await db.Imports.AsNoTracking().Within(access).SingleOrDefaultAsync(i => i.Id == id, ct) is not { } import) return null;
        return new(await Summaries(db.Imports.AsNoTracking().Where(i => i.Id == id)).SingleAsync(ct), import.Names(), import.Mapping(), import.KeyField);
    }

    /// <summary>A page of its rows; null where there is no such import.</summary>
    public async Task<ImportRowList?> RowsAsync(Guid id, RowsShown shown, int page, CancellationToken ct)
    {
        if (await db.Imports.AsNoTracking().Within(access).SingleOrDefaultAsync(i => i.Id == id, ct) is not { } import) return null;
        var rows = db.ImportRows.AsNoTracking().Where(r => r.ImportId == id);
        if (shown is RowsShown.Refused) rows = rows.Where(r => r.Outcome == RowOutcome.Refused);
        if (shown is RowsShown.Kept) rows = rows.Where(r => r.Kept);
        var total = shown switch { RowsShown.Refused => import.Refused, RowsShown.Kept => import.Kept, _ => import.Rows };
        page = Math.Clamp(page, 1, Math.Max(1, (total + PageSize - 1) / PageSize));
        var found = await rows.OrderBy(r => r.Line).Skip((page - 1) * PageSize).Take(PageSize).ToListAsync(ct);
        var said = await table.ReadAsync(id, found.Select(r => r.Line), ct);
        var reader = new RowReader(import, (await types.GetAsync(ct)).Find(import.TypeCode)!, new(divisions, access));
        return new([.. found.Select(row => Show(row, said.GetValueOrDefault(row.Line), reader))], page, total);
    }

    private static ImportLine Show(ImportRow row, TableRow? said, RowReader reader)
    {
        var (title, address) = said is null ? (null, null) : (reader.Cell(said, reader.Type.TitleField), reader.Cell(said, ImportTarget.Address));
        if (title is not null && reader.Type.Find(reader.Type.TitleField) is { IsPersonal: true } field) title = RecordVault.Mask(field, title);
        if (address is not null && reader.Type.OfPerson) address = Masking.Address(address);
        return new(row.Line, row.Outcome, row.RecordId, title, address, row.Reason is { } reason ? KeptProblem.Read(reason) : null, row.Kept);
    }

    private static IQueryable<ImportSummary> Summaries(IQueryable<RecordImport> imports) => imports.Select(i =>
        new ImportSummary(i.Id, i.TypeCode, i.FileName, i.ActorName, i.CreatedAt, i.State, i.Rows, i.Through, i.Added, i.Changed, i.Same, i.Refused, i.Kept, i.Version));
}

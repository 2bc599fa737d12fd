using System.Text.Json;
using Linli.Cases.Mapping;
using Linli.Cases.Taxonomy;
using Linli.Platform.Problems;
using Linli.Platform.Secrets;
using Linli.Platform.Tables;
using Linli.Platform.Texts;

namespace Linli.Cases.UploadTable;

/// <summary>The rows of an upload as reports.</summary>
internal sealed class UploadRows
{
    private readonly Upload upload;
    private readonly ReportProfile profile;
    private readonly ILookup<string, Category> byName;
    private readonly TaxonomySnapshot taxonomy;

    public UploadRows(Upload upload, FieldCipher cipher, TaxonomySnapshot taxonomy)
    {
        (this.upload, this.taxonomy) = (upload, taxonomy);
        Table = JsonSerializer.Deserialize<UploadedTable>(cipher.Unprotect(upload.Content, Upload.ContentPurpose), Json.Readable)!;
        profile = ColumnGuess.Profile(upload.Mapping());
        byName = taxonomy.Leaves.ToLookup(leaf => leaf.Name);
    }

    public UploadedTable Table { get; }

    /// <summary>The report of a row. A category may be named by its code, or by a name that only one leaf has.</summary>
    public Result<ReceiveCase.ReceiveCase> Report(int row)
    {
        if (!profile.Map(upload.Channel, Table.Row(row)).Succeeded(out var report, out var problem)) return problem;
        report.ExternalId ??= upload.KeyOf(row);
        if (report.CategoryCode is { } said && taxonomy.Find(said) is null && byName[said].ToList() is [var only]) report.CategoryCode = only.Code;
        return report;
    }
}

using Linli.Cases.Taxonomy;
using Linli.Platform.Access;
using Linli.Platform.Audit;
using Linli.Platform.CommandLine;
using Linli.Platform.Data;
using Linli.Platform.Import;
using Microsoft.EntityFrameworkCore;

namespace Linli.Cases.ImportTaxonomy;

/// <summary><c>import taxonomy FILE</c></summary>
internal sealed class ImportTaxonomyFile(AppDb db, IAccess access, TaxonomyCache cache, TimeProvider clock) : IImport
{
    private const int LongestCode = 40, LongestName = 100, LongestKeywords = 1000;

    public string What => "taxonomy";

    public string Usage => "FILE   takes categories from a CSV or TSV file with the columns code, name and, if there are, name_en, keywords, urgent (1 or 0); a child's code begins with its parent's";

    public async Task<ImportReport> RunAsync(VerbCall call, CancellationToken ct)
    {
        var file = call.Words is [_, var path] ? path : throw new UsageException($"import {What} {Usage}");
        var report = new ImportReport(call.Output);
        var known = await db.Categories.ToDictionaryAsync(c => c.Code, StringComparer.Ordinal, ct);
        var lines = TableFile.Read(file, "code", "name").ToList();
        var codes = lines.Select(line => line["code"]).ToHashSet(StringComparer.Ordinal);
        var named = new HashSet<string>(StringComparer.Ordinal);
        foreach (var line in lines.OrderBy(line => line["code"].Length))   // parents first, whatever the order of the file
        {
            var above = Above(line["code"], known);
            if (Fault(line, above, named) is { } fault) report.Refuse(line.Place, fault);
            else if (known.TryGetValue(line["code"], out var category)) report.Count(Fill(category, line) ? ImportOutcome.Changed : ImportOutcome.Unchanged);
            else
            {
                known[line["code"]] = db.Add(NewCategory(line, above, codes)).Entity;
                report.Count(ImportOutcome.Taken);
            }
        }
        if (!db.HasChanges) return report;
        db.Audit(access, "cases.import-taxonomy", "file/" + Path.GetFileName(file), clock.GetUtcNow(), details: new { taken = report[ImportOutcome.Taken], changed = report[ImportOutcome.Changed] });
        db.AfterCommit(cache.Forget);
        await db.SaveChangesAsync(ct);
        return report;
    }

    private static string? Fault(TableLine line, Category? above, HashSet<string> named) =>
        line["code"].Length is 0 or > LongestCode || !line["code"].All(char.IsAsciiLetterOrDigit) ? $"'{line["code"]}' is not a code of letters and digits"
        : line["name"].Length is 0 or > LongestName ? "the name is missing or longer than 100 characters"
        : line["keywords"].Length > LongestKeywords ? "the keywords are longer than 1000 characters"
        : line["urgent"] is not ("" or "0" or "1") ? $"'{line["urgent"]}' is neither 1 nor 0"
        : above is { IsLeaf: true } ? $"{above.Code} is a leaf that cases may have; nothing can be put below it"
        : !named.Add(line["code"]) ? $"the code {line["code"]} stands in the file before"
        : null;

    private static Category NewCategory(TableLine line, Category? above, HashSet<string> codes) => new()
    {
        Code = line["code"],
        ParentCode = above?.Code,
        Level = (above?.Level ?? 0) + 1,
        Name = line["name"],
        NameEn = line["name_en"],
        Keywords = line["keywords"],
        IsLeaf = !codes.Any(code => code.Length > line["code"].Length && code.StartsWith(line["code"], StringComparison.Ordinal)),
        Urgent = line["urgent"] == "1",
    };

    /// <summary>Writes names and keywords; columns that the file has not leave what is there.</summary>
    private static bool Fill(Category category, TableLine line)
    {
        var before = (category.Name, category.NameEn, category.Keywords);
        category.Name = line["name"];
        if (line.Has("name_en")) category.NameEn = line["name_en"];
        if (line.Has("keywords")) category.Keywords = line["keywords"];
        return before != (category.Name, category.NameEn, category.Keywords);
    }

    private static Category? Above(string code, Dictionary<string, Category> known) =>
        Enumerable.Range(1, Math.Max(0, code.Length - 1)).Select(cut => known.GetValueOrDefault(code[..^cut])).FirstOrDefault(found => found is not null);
}

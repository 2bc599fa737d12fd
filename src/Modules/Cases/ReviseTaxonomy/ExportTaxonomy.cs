using System.Globalization;
using Linli.Cases.Taxonomy;
using Linli.Contracts.Grids;
using Linli.Platform.Access;
using Linli.Platform.Export;
using Microsoft.Extensions.Localization;

namespace Linli.Cases.ReviseTaxonomy;

/// <summary>Taxonomy and responsibility list as a workbook of two sheets, which can be changed and drafted as a revision.</summary>
internal sealed class ExportTaxonomyHandler(IAccess access, TaxonomyCache cache, IDivisions divisions, IUnits units, IStringLocalizer<CasesModule> text)
{
    public async Task<byte[]> HandleAsync(CancellationToken ct)
    {
        var tree = await cache.GetAsync(ct);
        using var file = new MemoryStream();
        await using (var workbook = new ExcelFile(file))
        {
            await workbook.SheetAsync(text["Revision.Categories"], tree.All.OrderBy(c => c.Code, StringComparer.Ordinal).Select(Row).Prepend(ListColumns.Head(ListColumns.OfCategories)));
            var entries = tree.Responsibilities.All.Where(e => access.Sees(e.DivisionCode)).OrderBy(e => e.CategoryCode, StringComparer.Ordinal).ThenBy(e => e.DivisionCode, StringComparer.Ordinal);
            await workbook.SheetAsync(text["Revision.Entries"], entries.Select(entry => Row(entry, tree)).Prepend(ListColumns.Head(ListColumns.OfEntries)));
        }
        return file.ToArray();
    }

    private static IReadOnlyList<string?> Row(Category category) =>
        [category.Code, .. Enumerable.Range(1, 4).Select(level => level == category.Level ? category.Name : null), category.NameEn, category.Keywords, category.Urgent ? "1" : "", null];

    private IReadOnlyList<string?> Row(Responsibility entry, TaxonomySnapshot tree)
    {
        var (unit, promise, condition) = (units.Find(entry.UnitId), entry.Promise, entry.Condition);
        return
        [
            entry.CategoryCode, tree.NameOf(entry.CategoryCode), entry.DivisionCode, divisions.PathOf(entry.DivisionCode), unit?.Code, unit?.Name,
            promise.Accept.ToString(), promise.Dispatch.ToString(), promise.Handle.ToString(), promise.Standard, promise.LegalBasis,
            condition?.Time?.ToString(), condition?.Channel, condition?.Level?.ToString(CultureInfo.InvariantCulture), condition?.Question, condition?.Answer,
        ];
    }
}

using System.ComponentModel.DataAnnotations;
using Linli.Cases.Taxonomy;
using Linli.Platform.Access;
using Linli.Platform.Audit;
using Linli.Platform.Data;
using Linli.Platform.Problems;
using Linli.Platform.Web;
using Microsoft.EntityFrameworkCore;

namespace Linli.Cases.EditTaxonomy;

/// <summary>Words that residents use for a category, with blanks between.</summary>
internal sealed record EditKeywords : ICommand
{
    [StringLength(1000, ErrorMessage = "cases.keywords-too-long")] public string? Keywords { get; set; }
}

internal sealed class EditKeywordsHandler(AppDb db, IAccess access, TaxonomyCache cache, TimeProvider clock)
{
    public async Task<Result<Done>> HandleAsync(string code, EditKeywords command, CancellationToken ct)
    {
        if (await db.Categories.SingleOrDefaultAsync(c => c.Code == code, ct) is not { } category) return Problem.NotFound;
        var words = string.Join(' ', (command.Keywords ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Distinct(StringComparer.Ordinal));
        if (words == category.Keywords) return new Done();
        db.Audit(access, "cases.edit-keywords", "category/" + code, clock.GetUtcNow(), details: new { from = category.Keywords, to = words });
        category.Keywords = words;
        db.AfterCommit(cache.Forget);
        await db.SaveChangesAsync(ct);
        return new Done();
    }
}

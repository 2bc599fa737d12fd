using Linli.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Linli.Cases.StandardTexts;

/// <summary>The standard texts at hand.</summary>
internal sealed class StandardTextShelf(AppDb db)
{
    /// <summary>Those for an action on a case of a category: its own branch's first.</summary>
    public async Task<IReadOnlyList<StandardText>> ForAsync(CaseAction action, string? categoryCode, CancellationToken ct)
    {
        var all = await db.StandardTexts.AsNoTracking().Where(t => t.Action == action).ToListAsync(ct);
        return [.. all.Where(t => t.CategoryCode is null || categoryCode?.StartsWith(t.CategoryCode, StringComparison.Ordinal) is true)
            .OrderByDescending(t => t.CategoryCode?.Length ?? 0).ThenBy(t => t.Title, StringComparer.Ordinal)];
    }
}

using Linli.Cases.ListCases;
using Linli.Platform.Access;
using Linli.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Linli.Cases.FindTopics;

/// <summary>Topics within the caller's divisions. Whoever sees only what their unit has sees of them only those cases.</summary>
internal sealed class ReadTopicsHandler(AppDb db, IAccess access)
{
    /// <summary>The fastest growing first.</summary>
    public async Task<IReadOnlyList<HotTopic>> ListAsync(CancellationToken ct) => access.OwnUnitOnly ? [] :
        await db.HotTopics.AsNoTracking().Within(access).OrderByDescending(t => t.ThisWeek - t.WeekBefore).ThenByDescending(t => t.Reports).ToListAsync(ct);

    /// <summary>One topic with the cases of it that the caller sees; null where it is not theirs to see.</summary>
    public async Task<(HotTopic Topic, IReadOnlyList<CaseRow> Cases)?> FindAsync(Guid id, CancellationToken ct)
    {
        if (access.OwnUnitOnly || await db.HotTopics.AsNoTracking().Within(access).SingleOrDefaultAsync(t => t.Id == id, ct) is not { } topic) return null;
        var ids = topic.CaseIds;
        return (topic, await db.Cases.AsNoTracking().Seen(db, access).Where(c => ids.Contains(c.Id)).InOrder("-received").Select(CaseRow.Of).ToListAsync(ct));
    }
}

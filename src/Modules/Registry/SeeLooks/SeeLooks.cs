using Linli.Platform.Access;
using Linli.Platform.Data;
using Linli.Platform.Time;
using Microsoft.EntityFrameworkCore;

namespace Linli.Registry;

/// <summary>One look at personal values.</summary>
/// <param name="At">When.</param>
/// <param name="By">Who.</param>
/// <param name="Purpose">What for, in the looker's words.</param>
/// <param name="Fields">What was shown.</param>
/// <param name="RecordId">Of which record.</param>
internal sealed record LookDetails(DateTimeOffset At, string By, string Purpose, IReadOnlyList<string> Fields, Guid RecordId);

/// <summary>Looks of somebody in a month.</summary>
/// <param name="ActorId">Key of the account; null for the program.</param>
/// <param name="By">Who.</param>
/// <param name="Looks">How often.</param>
/// <param name="Records">At how many records.</param>
/// <param name="Stands">Whether this is far more than the others look.</param>
internal sealed record LookTally(Guid? ActorId, string By, int Looks, int Records, bool Stands);

/// <summary>Who looked at personal values, for those who watch over it and for those who were looked at.</summary>
internal sealed class SeeLooksHandler(AppDb db, IAccess access, SiteTime site)
{
    public const int Most = 500;
    private const int Few = 20;   // nobody is suspected over less than one look a working day

    /// <summary>Who looked at a record within the caller's divisions, or at those that went into it, the latest first; null where there is no such record.</summary>
    public async Task<IReadOnlyList<LookDetails>?> OfAsync(Guid recordId, CancellationToken ct)
    {
        if (!await db.Records.Within(access).AnyAsync(r => r.Id == recordId, ct)) return null;
        return await AtAsync([recordId], ct);
    }

    /// <summary>Who looked at records, or at those that went into them, the latest first. Whoever calls has seen to it that these may be told.</summary>
    internal async Task<IReadOnlyList<LookDetails>> AtAsync(IEnumerable<Guid> records, CancellationToken ct)
    {
        var same = records.ToList();
        for (var i = 0; i < same.Count; i++)
        {
            var into = same[i];
            same.AddRange(await db.Merges.Where(m => m.KeptId == into && m.UndoneAt == null).Select(m => m.EndedId).ToListAsync(ct));
        }
        return await ReadAsync(db.RecordLooks.Where(l => same.Contains(l.RecordId)), ct);
    }

    /// <summary>What somebody looked at in a month, within the caller's divisions.</summary>
    public Task<IReadOnlyList<LookDetails>> ByAsync(Guid actorId, DateOnly month, CancellationToken ct) => ReadAsync(In(month).Where(l => l.ActorId == actorId), ct);

    /// <summary>Who looked how often in a month, most first.</summary>
    public async Task<IReadOnlyList<LookTally>> TallyAsync(DateOnly month, CancellationToken ct)
    {
        var tallies = await In(month).GroupBy(l => new { l.ActorId, l.ActorName })
            .Select(g => new { g.Key.ActorId, g.Key.ActorName, Looks = g.Count(), Records = g.Select(l => l.RecordId).Distinct().Count() }).ToListAsync(ct);
        var far = Outliers.Above([.. tallies.Select(t => t.Looks)]);
        return [.. tallies.OrderByDescending(t => t.Looks).ThenBy(t => t.ActorName, StringComparer.Ordinal).Select(t => new LookTally(t.ActorId, t.ActorName, t.Looks, t.Records, t.Looks >= Few && t.Looks > far))];
    }

    private IQueryable<RecordLook> In(DateOnly month)
    {
        var (from, to) = (site.StartOf(month), site.StartOf(month.AddMonths(1)));
        return db.RecordLooks.AsNoTracking().Within(access).Where(l => l.At >= from && l.At < to);
    }

    private static async Task<IReadOnlyList<LookDetails>> ReadAsync(IQueryable<RecordLook> looks, CancellationToken ct) =>
        [.. (await looks.AsNoTracking().OrderByDescending(l => l.At).Take(Most).ToListAsync(ct)).Select(l => new LookDetails(l.At, l.ActorName, l.Purpose, l.Fields.Split(',', StringSplitOptions.RemoveEmptyEntries), l.RecordId))];
}

using Linli.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Linli.Registry;

/// <summary>
/// Moves what hangs on a record to the one it goes into, and back. What the other has as well (the same link, a tag of the same kind) stays
/// where it is, the tag ended; visits go with the person. Looks stay with the record that was looked at.
/// </summary>
internal sealed class MoveRows(AppDb db)
{
    public async Task<MovedRows> MoveAsync(RegistryRecord ended, RegistryRecord kept, DateOnly today, string by, CancellationToken ct)
    {
        var (from, to) = (ended.Id, kept.Id);
        var links = await db.RecordLinks.Where(l => l.FromId == from || l.ToId == from || l.FromId == to || l.ToId == to).ToListAsync(ct);
        var there = links.Select(l => (l.Kind, l.FromId, l.ToId)).ToHashSet();
        var forth = links.Where(l => l.FromId == from && l.ToId != to && there.Add((l.Kind, to, l.ToId))).ToList();
        var back = links.Where(l => l.ToId == from && l.FromId != to && there.Add((l.Kind, l.FromId, to))).ToList();
        forth.ForEach(l => l.FromId = to);
        back.ForEach(l => l.ToId = to);

        var needs = await db.Needs.Where(n => n.RecordId == from || n.RecordId == to).ToListAsync(ct);
        var tagged = needs.Where(n => n.RecordId == to && n.EndedOn is null).Select(n => n.Kind).ToHashSet();
        var own = needs.Where(n => n.RecordId == from).ToLookup(n => n.EndedOn is null && tagged.Contains(n.Kind));
        var moved = new MovedRows([.. forth.Select(l => l.Id)], [.. back.Select(l => l.Id)], own[false].ToDictionary(n => n.Id, n => n.DivisionCode), own[true].ToDictionary(n => n.Id, n => n.NextVisit));
        foreach (var need in own[false]) (need.RecordId, need.DivisionCode) = (to, kept.DivisionCode);
        foreach (var need in own[true]) need.End(today, by, "");
        await db.Visits.Where(v => v.RecordId == from).ExecuteUpdateAsync(set => set.SetProperty(v => v.RecordId, to), ct);
        return moved;
    }

    /// <summary>What was done with the rows since goes back with them: the end of a link, visits by a tag.</summary>
    public async Task ReturnAsync(RecordMerge merge, CancellationToken ct)
    {
        var (moved, from) = (MovedRows.Read(merge.Moved), merge.EndedId);
        foreach (var link in await db.RecordLinks.Where(l => moved.LinksFrom.Contains(l.Id)).ToListAsync(ct)) link.FromId = from;
        foreach (var link in await db.RecordLinks.Where(l => moved.LinksTo.Contains(l.Id)).ToListAsync(ct)) link.ToId = from;
        var ids = moved.Needs.Keys.Concat(moved.EndedNeeds.Keys).ToList();
        foreach (var need in await db.Needs.Where(n => ids.Contains(n.Id)).ToListAsync(ct))
        {
            if (moved.Needs.TryGetValue(need.Id, out var division)) (need.RecordId, need.DivisionCode) = (from, division);
            else need.Resume(moved.EndedNeeds[need.Id]);
        }
        await db.Visits.Where(v => ids.Contains(v.NeedId)).ExecuteUpdateAsync(set => set.SetProperty(v => v.RecordId, from), ct);
    }
}

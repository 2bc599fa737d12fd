using Linli.Cases.ReceiveCase;
using Linli.Platform.Access;
using Linli.Platform.Data;
using Linli.Platform.Problems;
using Microsoft.EntityFrameworkCore;

namespace Linli.Cases.Intake;

/// <summary>Cases that are there already under the keys of the systems they came from.</summary>
internal sealed class KnownReports(AppDb db, IAccess access)
{
    /// <summary>
    /// What was filed under some keys of a channel, by key. The receipt is for whoever sent the report or sees its place;
    /// others only learn that the key is taken.
    /// </summary>
    public async Task<IReadOnlyDictionary<string, Result<ReceivedCase>>> FindAsync(string channel, IReadOnlyCollection<string> externalIds, CancellationToken ct)
    {
        var rows = await (
            from reference in db.ExternalReferences.AsNoTracking()
            where reference.Channel == channel && externalIds.Contains(reference.ExternalId)
            join found in db.Cases on reference.CaseId equals found.Id
            select new { reference.ExternalId, reference.ActorId, found.Id, found.Number, found.CategoryCode, found.DivisionCode, found.UnitId, found.Status, found.DueAt }).ToListAsync(ct);
        return rows.ToDictionary(
            row => row.ExternalId,
            row => row.ActorId == access.Actor.Id || access.Sees(row.DivisionCode)
                ? new ReceivedCase(row.Id, row.Number, null, row.CategoryCode, row.DivisionCode, row.UnitId, row.Status, row.DueAt)
                : (Result<ReceivedCase>)CaseErrors.ExternalIdTaken,
            StringComparer.Ordinal);
    }
}

using Linli.Contracts.Cases;
using Linli.Platform.Access;
using Linli.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Linli.Cases.Figures;

/// <summary>Tells other modules where open cases lie.</summary>
internal sealed class OpenCases(AppDb db, IAccess access) : IOpenCases
{
    public async Task<IReadOnlyList<(double Longitude, double Latitude)>> PositionsAsync(IReadOnlyCollection<string> divisionCodes, CancellationToken ct) =>
        [.. (await db.Cases.AsNoTracking().Seen(db, access).Where(c => c.ClosedAt == null && c.Longitude != null && c.Latitude != null && divisionCodes.Contains(c.DivisionCode))
            .Select(c => new { Longitude = c.Longitude!.Value, Latitude = c.Latitude!.Value }).ToListAsync(ct)).Select(c => (c.Longitude, c.Latitude))];
}

using Linli.Contracts.Grids;
using Linli.Geo;
using Linli.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Linli.Grids;

/// <summary>Finds the boundaries around a position that held at an instant, and of these the deepest that has it.</summary>
internal sealed class PastDivisions(AppDb db, IDivisions divisions) : IPastDivisions
{
    public async Task<Division?> LocateAsync(double longitude, double latitude, DateTimeOffset at, CancellationToken ct)
    {
        var present = await db.Divisions.AsNoTracking()
            .Where(d => d.Boundary != null && (d.DrawnAt == null || d.DrawnAt <= at) && d.West <= longitude && d.East >= longitude && d.South <= latitude && d.North >= latitude)
            .Select(d => new { d.Code, d.Boundary }).ToListAsync(ct);
        var past = await db.FormerBoundaries.AsNoTracking()
            .Where(f => f.ReplacedAt > at && (f.DrawnAt == null || f.DrawnAt <= at) && (f.West == null || (f.West <= longitude && f.East >= longitude && f.South <= latitude && f.North >= latitude)))
            .OrderBy(f => f.ReplacedAt).Select(f => new { Code = f.DivisionCode, Boundary = (string?)f.Boundary }).ToListAsync(ct);
        // A boundary of the time when nobody wrote down since when it held counts until it was replaced: the first replaced is the one.
        return past.Concat(present).DistinctBy(found => found.Code)
            .Select(found => (Division: divisions.Find(found.Code), found.Boundary))
            .Where(found => found.Division is not null).GroupBy(found => found.Division!.Level).OrderByDescending(level => level.Key)
            .Select(level => new GridIndex(level.Select(found => (found.Division!.Code, GeoJson.ReadGeometry(found.Boundary!)))).Find(longitude, latitude))
            .OfType<string>().Select(divisions.Find).FirstOrDefault();
    }
}

using Linli.Addresses;
using Linli.Contracts.Addresses;
using Linli.Contracts.Grids;
using Linli.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Linli.StandardAddresses;

/// <summary>Addresses from the database with all that lies above them, a query for each level whatever their number.</summary>
internal static class StoredAddresses
{
    public static async Task<Address?> FindAsync(AppDb db, string code, IDivisions divisions, DateOnly today, CancellationToken ct) =>
        await db.Addresses.AsNoTracking().SingleOrDefaultAsync(a => a.Code == code, ct) is { } row ? Whole(await LineAsync(db, row, ct), divisions, today) : null;

    public static async Task<IReadOnlyDictionary<Guid, Address>> FindAsync(AppDb db, IReadOnlyCollection<Guid> ids, IDivisions divisions, DateOnly today, CancellationToken ct)
    {
        var rows = await WithAboveAsync(db, await db.Addresses.AsNoTracking().Where(a => ids.Contains(a.Id)).ToListAsync(ct), ct);
        return ids.Distinct().Where(rows.ContainsKey).ToDictionary(id => id, id => Whole(Line(rows[id], rows), divisions, today));
    }

    /// <summary>An address and what lies above it, from the top.</summary>
    public static async Task<IReadOnlyList<AddressRow>> LineAsync(AppDb db, AddressRow row, CancellationToken ct) => Line(row, await WithAboveAsync(db, [row], ct));

    /// <summary>The whole address in its normal form.</summary>
    public static string TextOf(IReadOnlyList<AddressRow> line, IDivisions divisions)
    {
        var parts = new List<(AddressLevel, string)>();
        for (var division = divisions.Find(line[0].DivisionCode); division is not null; division = division.ParentCode is { } above ? divisions.Find(above) : null)
            if (division.Level < DivisionLevel.Grid) parts.Add((Levels.Of(division.Level), division.Name));
        return StandardAddress.Of([.. parts, .. line.Select(row => (row.Level, row.Name))]).ToString();
    }

    private static Address Whole(IReadOnlyList<AddressRow> line, IDivisions divisions, DateOnly today)
    {
        var (row, placed) = (line[^1], line.LastOrDefault(each => each.Longitude is not null));
        return new(row.Id, row.Code, row.Level, TextOf(line, divisions), row.DivisionCode, placed?.Longitude, placed?.Latitude, line.All(each => each.IsValid(today)));
    }

    private static async Task<Dictionary<Guid, AddressRow>> WithAboveAsync(AppDb db, List<AddressRow> rows, CancellationToken ct)
    {
        var known = rows.ToDictionary(row => row.Id);
        for (var wanted = Above(rows); wanted.Count > 0;)
        {
            rows = await db.Addresses.AsNoTracking().Where(a => wanted.Contains(a.Id)).ToListAsync(ct);
            foreach (var row in rows) known[row.Id] = row;
            wanted = Above(rows);
        }
        return known;

        List<Guid> Above(List<AddressRow> from) => [.. from.Select(row => row.ParentId).OfType<Guid>().Where(id => !known.ContainsKey(id)).Distinct()];
    }

    private static IReadOnlyList<AddressRow> Line(AddressRow row, Dictionary<Guid, AddressRow> rows)
    {
        var line = new List<AddressRow> { row };
        while (line[0].ParentId is { } above && rows.TryGetValue(above, out var parent)) line.Insert(0, parent);
        return line;
    }
}

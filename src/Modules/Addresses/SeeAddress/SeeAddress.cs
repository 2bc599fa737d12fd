using Linli.Addresses;
using Linli.Contracts.Grids;
using Linli.Platform.Access;
using Linli.Platform.Data;
using Linli.Platform.Time;
using Microsoft.EntityFrameworkCore;

namespace Linli.StandardAddresses;

/// <summary>An address in a list.</summary>
/// <param name="Code">Its code.</param>
/// <param name="Level">Its level.</param>
/// <param name="Name">Name or number of this level.</param>
/// <param name="Label">The name with the word of its level: 3栋.</param>
/// <param name="DivisionCode">Where it lies.</param>
/// <param name="Valid">Whether it is valid today.</param>
internal sealed record AddressSummary(string Code, AddressLevel Level, string Name, string Label, string DivisionCode, bool Valid);

/// <summary>A page of a list of addresses.</summary>
/// <param name="Items">Those of this page.</param>
/// <param name="Total">How many there are on all pages.</param>
internal sealed record AddressList(IReadOnlyList<AddressSummary> Items, int Total)
{
    public const int PageSize = 100;
}

/// <summary>An address with everything known of it.</summary>
/// <param name="Text">The whole address in its normal form.</param>
/// <param name="Longitude">Degrees east, WGS-84, of its own; null where it lies where the address above lies.</param>
/// <param name="PlacedLongitude">Its own longitude or that of the nearest address above.</param>
/// <param name="Valid">Whether it and all above it are valid today.</param>
/// <param name="Above">What it is a part of, from the top.</param>
internal sealed record AddressDetail(
    Guid Id, string Code, AddressLevel Level, string Name, string Text, string DivisionCode, string Division, IReadOnlyList<string> Aliases, IReadOnlyList<string> OldNames,
    double? Longitude, double? Latitude, double? PlacedLongitude, double? PlacedLatitude, DateOnly? ValidFrom, DateOnly? ValidUntil, bool Valid, string Source, int Version, IReadOnlyList<AddressSummary> Above);

/// <summary>Reads addresses as far as the caller may see them.</summary>
internal sealed class SeeAddressHandler(AppDb db, IAccess access, IDivisions divisions, SiteTime site, TimeProvider clock)
{
    private DateOnly Today => site.Date(clock.GetUtcNow());

    public async Task<AddressDetail?> Find(string code, CancellationToken ct) =>
        await db.Addresses.AsNoTracking().Seen(access).SingleOrDefaultAsync(a => a.Code == code, ct) is { } row ? await DetailAsync(row, ct) : null;

    public async Task<AddressDetail> DetailAsync(AddressRow row, CancellationToken ct)
    {
        var line = await StoredAddresses.LineAsync(db, row, ct);
        var state = AddressState.Of(row, await db.AddressNames.AsNoTracking().Where(n => n.AddressId == row.Id).ToListAsync(ct));
        var placed = line.LastOrDefault(each => each.Longitude is not null);
        return new(row.Id, row.Code, row.Level, row.Name, StoredAddresses.TextOf(line, divisions), row.DivisionCode, divisions.PathOf(row.DivisionCode), state.Aliases, state.OldNames,
            row.Longitude, row.Latitude, placed?.Longitude, placed?.Latitude, row.ValidFrom, row.ValidUntil, line.All(each => each.IsValid(Today)), row.Source, row.Version, [.. line.SkipLast(1).Select(Summary)]);
    }

    /// <summary>What lies right below an address, numbers in their order.</summary>
    public Task<AddressList> Below(Guid id, int page, CancellationToken ct) => PageAsync(db.Addresses.Where(a => a.ParentId == id).Seen(access), page, ct);

    /// <summary>What a division begins with: roads, villages and estates.</summary>
    public Task<AddressList> Of(string division, int page, CancellationToken ct) =>
        PageAsync(db.Addresses.Within(access, division).Where(a => a.Level == AddressLevel.Village || a.Level == AddressLevel.Road || a.Level == AddressLevel.Estate), page, ct);

    /// <summary>What was changed of an address, the newest first.</summary>
    public async Task<IReadOnlyList<AddressChange>> History(Guid id, CancellationToken ct) =>
        await db.AddressChanges.AsNoTracking().Where(c => c.AddressId == id).OrderByDescending(c => c.Id).Take(AddressList.PageSize).ToListAsync(ct);

    private async Task<AddressList> PageAsync(IQueryable<AddressRow> rows, int page, CancellationToken ct)
    {
        var total = await rows.CountAsync(ct);
        var shown = await rows.AsNoTracking().OrderBy(a => a.Level).ThenBy(a => a.Name.Length).ThenBy(a => a.Name).ThenBy(a => a.Code)
            .Skip((Math.Clamp(page, 1, 10_000) - 1) * AddressList.PageSize).Take(AddressList.PageSize).ToListAsync(ct);
        return new([.. shown.Select(Summary)], total);
    }

    private AddressSummary Summary(AddressRow row) => new(row.Code, row.Level, row.Name, row.Level.Written(row.Name), row.DivisionCode, row.IsValid(Today));
}

using Linli.Contracts.Grids;
using Linli.Platform.Access;
using Linli.Platform.Data;
using Linli.Platform.Problems;
using Microsoft.EntityFrameworkCore;

namespace Linli.StandardAddresses;

/// <summary>Makes and changes addresses within the caller's divisions.</summary>
internal sealed class EditAddressHandler(AppDb db, IAccess access, SeeAddressHandler see, AddressWriting writing, IDivisions divisions, TimeProvider clock)
{
    private const int CodeLength = 12;

    public async Task<Result<AddressDetail>> Create(CreateAddress command, CancellationToken ct)
    {
        var parent = command.ParentCode is { Length: > 0 } above ? await db.Addresses.AsNoTracking().Seen(access).SingleOrDefaultAsync(a => a.Code == above, ct) : null;
        if (parent is null && command.ParentCode is { Length: > 0 }) return Problem.Invalid("parentCode", "addresses.address-unknown");
        var level = command.Level!.Value;
        if (!Levels.All.Contains(level) || level <= parent?.Level) return AddressesErrors.LevelWrong;
        if (DivisionOf(command, parent?.DivisionCode ?? command.DivisionCode) is not { } division) return AddressesErrors.OutOfScope;
        var id = Guid.CreateVersion7(clock.GetUtcNow());
        var code = command.Code is { Length: > 0 } given ? given : id.ToString("N")[^CodeLength..];
        if (await db.Addresses.AnyAsync(a => a.Code == code, ct)) return AddressesErrors.CodeTaken;
        var state = command.ToState(level, division);
        var row = new AddressRow
        {
            Id = id, Code = code, ParentId = parent?.Id, Level = level, Name = state.Name, DivisionCode = division, Source = "desk",
            Longitude = state.Longitude, Latitude = state.Latitude, ValidFrom = state.ValidFrom, ValidUntil = state.ValidUntil,
        };
        if (await IsTakenAsync(row, ct)) return AddressesErrors.NameTaken;
        writing.Add(row, state);
        if (command.UnmatchedId is { } unmatched && await db.UnmatchedTexts.Within(access).SingleOrDefaultAsync(u => u.Id == unmatched, ct) is { } text)
        {
            if (!text.TrySettle(UnmatchedState.Made, access, clock.GetUtcNow(), row.Id)) return AddressesErrors.Settled;
        }
        await writing.SaveAsync("addresses.create", "address/" + row.Id, row.DivisionCode, new { row.Code, row.Level }, ct);
        return await see.DetailAsync(row, ct);
    }

    /// <summary>Changes an address; when somebody was quicker, the problem carries what they made of it as <c>current</c>.</summary>
    public async Task<Result<AddressDetail>> Edit(string code, EditAddress command, CancellationToken ct)
    {
        if (await db.Addresses.Within(access).SingleOrDefaultAsync(a => a.Code == code, ct) is not { } row) return Problem.NotFound;
        if (row.Version != command.Version) return await StaleAsync(row, ct);
        var moved = (row.Longitude, row.Latitude) != (command.Longitude, command.Latitude);
        if ((moved ? DivisionOf(command, row.DivisionCode) : row.DivisionCode) is not { } division) return AddressesErrors.OutOfScope;
        var names = await db.AddressNames.Where(n => n.AddressId == row.Id).ToListAsync(ct);
        var changed = writing.Write(row, names, command.ToState(row.Level, division));
        if (changed.Count == 0) return await see.DetailAsync(row, ct);
        if (await IsTakenAsync(row, ct))
        {
            db.Forget();
            return AddressesErrors.NameTaken;
        }
        try
        {
            await writing.SaveAsync("addresses.edit", "address/" + row.Id, row.DivisionCode, new { row.Code, changed }, ct);
        }
        catch (DbUpdateConcurrencyException)
        {
            db.Forget();
            return await StaleAsync(await db.Addresses.AsNoTracking().SingleAsync(a => a.Code == code, ct), ct);
        }
        return await see.DetailAsync(row, ct);
    }

    private async Task<Problem> StaleAsync(AddressRow row, CancellationToken ct) =>
        Problem.Stale with { Extensions = new Dictionary<string, object?> { ["current"] = await see.DetailAsync(row, ct) } };

    /// <summary>The grid of the position, else what is known anyway; null where it is not the caller's.</summary>
    private string? DivisionOf(AddressFacts facts, string? known)
    {
        var code = facts is { Longitude: { } lon, Latitude: { } lat } ? divisions.Locate(lon, lat)?.Code : known is null ? null : divisions.Find(known)?.Code;
        return code is not null && access.Sees(code) ? code : null;
    }

    /// <summary>Two of one level and name side by side could not be told apart; what hangs below different divisions can.</summary>
    private Task<bool> IsTakenAsync(AddressRow row, CancellationToken ct)
    {
        var beside = db.Addresses.AsNoTracking().Where(a => a.ParentId == row.ParentId && a.Level == row.Level && a.Name == row.Name && a.Id != row.Id && a.ValidUntil == null);
        return row.ParentId is null ? beside.AnyAsync(a => a.DivisionCode == row.DivisionCode, ct) : beside.AnyAsync(ct);
    }
}

using System.Collections.Frozen;
using Linli.Contracts.Grids;
using Linli.Platform.Data;
using Linli.Worktime;
using Microsoft.EntityFrameworkCore;

namespace Linli.Grids;

/// <summary>Units and their calendars in one state.</summary>
internal sealed class UnitRegister
{
    private readonly FrozenDictionary<Guid, Unit> byId;
    private readonly FrozenDictionary<string, Unit> byCode;
    private readonly FrozenDictionary<Guid, WorkCalendar> calendars;

    private UnitRegister(List<UnitRow> rows, List<LocalDay> localDays, OfficeHours district, TimeZoneInfo zone)
    {
        var units = rows.ConvertAll(row => (Unit: new Unit(row.Id, row.Code, row.Name, row.Kind, row.DivisionCode, row.ParentId, row.DutyPhone), row.Active));
        byId = units.ToFrozenDictionary(u => u.Unit.Id, u => u.Unit);
        byCode = units.ToFrozenDictionary(u => u.Unit.Code, u => u.Unit, StringComparer.Ordinal);
        All = [.. units.Where(u => u.Active).Select(u => u.Unit).OrderBy(u => u.Code, StringComparer.Ordinal)];

        var holidays = LocalCalendar.Holidays(localDays);
        var byHours = rows.Select(row => row.OfficeHours).OfType<string>().Distinct(StringComparer.Ordinal)
            .ToDictionary(hours => hours, hours => LocalCalendar.Of(OfficeHours.Parse(hours), holidays, zone), StringComparer.Ordinal);
        calendars = rows.Where(row => row.OfficeHours is not null).ToFrozenDictionary(row => row.Id, row => byHours[row.OfficeHours!]);
        District = LocalCalendar.Of(district, holidays, zone);
    }

    public static async Task<UnitRegister> ReadAsync(AppDb db, OfficeHours district, TimeZoneInfo zone, CancellationToken ct) =>
        new(await db.Units.AsNoTracking().ToListAsync(ct), await db.LocalDays.AsNoTracking().ToListAsync(ct), district, zone);

    /// <summary>Active units in code order.</summary>
    public IReadOnlyList<Unit> All { get; }

    /// <summary>The calendar of units without hours of their own.</summary>
    public WorkCalendar District { get; }

    public Unit? Find(Guid id) => byId.GetValueOrDefault(id);

    public Unit? FindByCode(string code) => byCode.GetValueOrDefault(code);

    public WorkCalendar CalendarOf(Guid? unit) => unit is { } id ? calendars.GetValueOrDefault(id, District) : District;
}

/// <summary>The newest state of the units.</summary>
internal sealed class Units(Snapshot<UnitRegister> snapshot) : IUnits
{
    public Unit? Find(Guid id) => snapshot.Value.Find(id);

    public Unit? FindByCode(string code) => snapshot.Value.FindByCode(code);

    public IReadOnlyList<Unit> All => snapshot.Value.All;
}

/// <summary>The newest state of the calendars.</summary>
internal sealed class Calendars(Snapshot<UnitRegister> snapshot) : ICalendars
{
    public WorkCalendar For(Guid? unitId) => snapshot.Value.CalendarOf(unitId);
}

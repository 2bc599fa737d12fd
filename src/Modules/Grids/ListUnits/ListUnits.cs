using Linli.Contracts.Grids;
using Linli.Platform.Access;
using Linli.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Linli.Grids;

/// <summary>Which units to list; as it stands in the address.</summary>
internal sealed record UnitFilter(string? Text = null, UnitKind? Kind = null, string? Division = null, bool Inactive = false, int Page = 1)
{
    public const int PageSize = 50;
}

/// <summary>A page of a list of units.</summary>
/// <param name="Items">The units of this page, in code order.</param>
/// <param name="Total">How many there are on all pages.</param>
internal sealed record UnitList(IReadOnlyList<UnitSummary> Items, int Total);

/// <summary>A unit in a list.</summary>
internal sealed record UnitSummary(Guid Id, string Code, string Name, UnitKind Kind, string DivisionCode, string Division, string? DutyPhone, string? Head, bool Active);

internal sealed class ListUnitsHandler(AppDb db, IAccess access, IDivisions divisions)
{
    public async Task<UnitList> Handle(UnitFilter filter, CancellationToken ct)
    {
        var units = db.Units.AsNoTracking().Within(access, filter.Division).Where(unit => unit.Active != filter.Inactive);
        if (filter.Kind is { } kind) units = units.Where(unit => unit.Kind == kind);
        if (filter.Text?.Trim() is { Length: > 0 } text) units = units.Where(unit => unit.Name.Contains(text) || unit.Code.Contains(text));
        var total = await units.CountAsync(ct);
        var page = await units.OrderBy(unit => unit.Code).Skip((Math.Clamp(filter.Page, 1, 10_000) - 1) * UnitFilter.PageSize).Take(UnitFilter.PageSize).ToListAsync(ct);
        return new([.. page.Select(unit => new UnitSummary(unit.Id, unit.Code, unit.Name, unit.Kind, unit.DivisionCode, divisions.PathOf(unit.DivisionCode), unit.DutyPhone, unit.Head, unit.Active))], total);
    }
}

using Linli.Contracts.Grids;
using Linli.Platform.Access;
using Linli.Platform.Data;
using Linli.Platform.Problems;
using Microsoft.EntityFrameworkCore;

namespace Linli.Grids;

/// <summary>A unit with everything known of it.</summary>
internal sealed record UnitDetail(Guid Id, string Code, string Name, UnitKind Kind, string DivisionCode, Guid? ParentId, string? DutyPhone, string? Head, string? OfficeHours, bool Active, int Version)
{
    public static UnitDetail Of(UnitRow row) =>
        new(row.Id, row.Code, row.Name, row.Kind, row.DivisionCode, row.ParentId, row.DutyPhone, row.Head, row.OfficeHours, row.Active, row.Version);

    /// <summary>The form to change it with.</summary>
    public EditUnit ToEdit() => new()
    {
        Version = Version, Name = Name, Kind = Kind, DivisionCode = DivisionCode, ParentId = ParentId,
        DutyPhone = DutyPhone, Head = Head, OfficeHours = OfficeHours, Active = Active,
    };
}

/// <summary>Makes and changes units within the caller's divisions.</summary>
internal sealed class EditUnitHandler(AppDb db, IAccess access, GroundChange change, IDivisions divisions, IUnits units, TimeProvider clock)
{
    private const int MostLevels = 32;

    public async Task<UnitDetail?> Find(Guid id, CancellationToken ct) =>
        await db.Units.AsNoTracking().Within(access).SingleOrDefaultAsync(unit => unit.Id == id, ct) is { } row ? UnitDetail.Of(row) : null;

    public async Task<Result<UnitDetail>> Create(CreateUnit command, CancellationToken ct)
    {
        if (Fault(command, null) is { } fault) return fault;
        if (await db.Units.AnyAsync(unit => unit.Code == command.Code, ct)) return GridsErrors.CodeTaken;
        var row = new UnitRow { Id = Guid.CreateVersion7(clock.GetUtcNow()), Code = command.Code!, Name = "", Kind = command.Kind!.Value, DivisionCode = command.DivisionCode!, Version = 1 };
        command.WriteTo(row);
        db.Add(row);
        await change.SaveAsync(GroundPart.Units, "grids.create-unit", "unit/" + row.Id, row.DivisionCode, new { row.Code }, ct);
        return UnitDetail.Of(row);
    }

    /// <summary>Changes a unit; when somebody was quicker, the problem carries what they made of it as <c>current</c>.</summary>
    public async Task<Result<UnitDetail>> Edit(Guid id, EditUnit command, CancellationToken ct)
    {
        if (await db.Units.Within(access).SingleOrDefaultAsync(unit => unit.Id == id, ct) is not { } row) return Problem.NotFound;
        if (row.Version != command.Version) return Stale(row);
        if (Fault(command, id) is { } fault) return fault;
        if (command.WriteTo(row) is not { Count: > 0 } changed) return UnitDetail.Of(row);
        row.Version++;
        try
        {
            await change.SaveAsync(GroundPart.Units, "grids.edit-unit", "unit/" + id, row.DivisionCode, new { changed }, ct);
        }
        catch (DbUpdateConcurrencyException)
        {
            db.Forget();
            return Stale(await db.Units.AsNoTracking().SingleAsync(unit => unit.Id == id, ct));
        }
        return UnitDetail.Of(row);
    }

    private static Problem Stale(UnitRow row) =>
        Problem.Stale with { Extensions = new Dictionary<string, object?> { ["current"] = UnitDetail.Of(row) } };

    private Problem? Fault(UnitFacts facts, Guid? self)
    {
        if (divisions.Find(facts.DivisionCode!) is null || !access.Sees(facts.DivisionCode!)) return Problem.Invalid("divisionCode", "grids.division-unknown");
        if (facts.ParentId is not { } parent) return null;
        if (units.Find(parent) is null) return Problem.Invalid("parentId", "grids.parent-unknown");
        return Chain(parent).Take(MostLevels).Contains(self) ? Problem.Invalid("parentId", "grids.parent-below") : null;
    }

    // Two editors at once could close a ring that neither sees; nobody may run round it for ever.
    private IEnumerable<Guid?> Chain(Guid from)
    {
        for (var at = units.Find(from); at is not null; at = at.ParentId is { } above ? units.Find(above) : null) yield return at.Id;
    }
}

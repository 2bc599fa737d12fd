using System.ComponentModel.DataAnnotations;
using Linli.Contracts.Grids;
using Linli.Platform.Access;
using Linli.Platform.Data;
using Linli.Platform.Problems;
using Linli.Platform.Web;
using Microsoft.EntityFrameworkCore;

namespace Linli.Grids;

/// <summary>A day on which this place departs from the national arrangement.</summary>
internal sealed record AddLocalDay : ICommand
{
    [Required(ErrorMessage = "grids.day-missing")] public DateOnly? Day { get; set; }
    [Required(ErrorMessage = "grids.kind-missing")] public LocalDayKind? Kind { get; set; }

    /// <summary>Why.</summary>
    [Required(ErrorMessage = "grids.name-missing"), StringLength(50, ErrorMessage = "grids.name-too-long")] public string? Name { get; set; }
}

/// <summary>Takes a local day back.</summary>
internal sealed record RemoveLocalDay : ICommand
{
    [Required(ErrorMessage = "grids.day-missing")] public DateOnly? Day { get; set; }
}

/// <summary>Keeps the local days. They move deadlines everywhere, so only who sees every district may.</summary>
internal sealed class KeepCalendarHandler(AppDb db, IAccess access, GroundChange change, Snapshot<UnitRegister> register, Snapshot<DivisionTree> tree)
{
    public bool MayChange => access.May(GridsPolicies.Manage) && tree.Value.At(DivisionLevel.District, "").All(district => access.Sees(district.Division.Code));

    /// <summary>The local days of a year, in order.</summary>
    public async Task<IReadOnlyList<LocalDay>> In(int year, CancellationToken ct) =>
        await db.LocalDays.AsNoTracking().Where(each => each.Day >= new DateOnly(year, 1, 1) && each.Day <= new DateOnly(year, 12, 31)).OrderBy(each => each.Day).ToListAsync(ct);

    public async Task<Result<Done>> Add(AddLocalDay command, CancellationToken ct)
    {
        if (!MayChange) return Problem.Forbidden;
        var (day, kind) = (command.Day!.Value, command.Kind!.Value);
        var isOffice = register.Value.District.Day(day).IsOffice;
        if (isOffice == (kind is LocalDayKind.Worked) || await db.LocalDays.AnyAsync(each => each.Day == day, ct)) return GridsErrors.DayIsSo;
        db.Add(new LocalDay { Day = day, Kind = kind, Name = command.Name!.Trim() });
        await change.SaveAsync(GroundPart.Units, "grids.add-local-day", $"day/{day:yyyy-MM-dd}", "", new { kind, command.Name }, ct);
        return new Done();
    }

    public async Task<Result<Done>> Remove(RemoveLocalDay command, CancellationToken ct)
    {
        if (!MayChange) return Problem.Forbidden;
        if (await db.LocalDays.SingleOrDefaultAsync(each => each.Day == command.Day, ct) is not { } day) return Problem.NotFound;
        db.Remove(day);
        await change.SaveAsync(GroundPart.Units, "grids.remove-local-day", $"day/{day.Day:yyyy-MM-dd}", "", new { day.Kind, day.Name }, ct);
        return new Done();
    }
}

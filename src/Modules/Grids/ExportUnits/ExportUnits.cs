using Linli.Platform.Data;
using Linli.Platform.Export;
using Microsoft.EntityFrameworkCore;

namespace Linli.Grids;

/// <summary><c>export units</c>, in the form that <c>import units</c> takes.</summary>
internal sealed class ExportUnits(AppDb db) : IExport
{
    public string What => "units";

    public IReadOnlyList<string> Formats => ["csv"];

    public async Task<int> WriteAsync(Stream output, string format, CancellationToken ct)
    {
        var units = await db.Units.AsNoTracking().OrderBy(u => u.Code).ToListAsync(ct);
        var codes = units.ToDictionary(u => u.Id, u => u.Code);
        await using var csv = new CsvFile(output);
        await csv.WriteAsync("code", "name", "kind", "division", "parent", "phone", "head", "hours");
        foreach (var unit in units)
            await csv.WriteAsync(unit.Code, unit.Name, unit.Kind, unit.DivisionCode, unit.ParentId is { } parent ? codes.GetValueOrDefault(parent) : null, unit.DutyPhone, unit.Head, unit.OfficeHours);
        return units.Count;
    }
}

using Linli.Contracts.Grids;
using Linli.Platform.CommandLine;
using Linli.Platform.Data;
using Linli.Platform.Import;
using Microsoft.EntityFrameworkCore;

namespace Linli.Grids;

/// <summary>Units of another system. Where it calls one unit by several names, the first line gives the name, unless another unit is called so too.</summary>
internal sealed class UnitsStep(AppDb db, GroundChange change, TimeProvider clock) : IProfileStep
{
    public int Order => 20;

    public string Part => "units";

    public async Task<ImportReport> RunAsync(ProfileRun run, CancellationToken ct)
    {
        var part = run.Profile.Part<UnitsPart>(Part);
        var lines = run.Read(part.File, part.Id, part.Name).Where(line => line[part.Id] != part.None).ToList();
        var report = new ImportReport(run.Output);
        var known = (await db.Units.Select(u => u.Code).ToListAsync(ct)).ToHashSet(StringComparer.Ordinal);
        var shared = lines.GroupBy(l => l[part.Name]).Where(g => g.Select(l => l[part.Id]).Distinct().Skip(1).Any()).Select(g => g.Key).ToHashSet(StringComparer.Ordinal);
        foreach (var unit in lines.GroupBy(line => line[part.Id]))
        {
            var names = unit.Select(line => line[part.Name]).Where(name => name.Length > 0).ToList();
            var taken = Fault(unit.Key, names) is null && known.Add(unit.Key);
            if (taken) db.Add(Row(unit.Key, names, shared, part, run.Profile.Places));
            foreach (var (index, line) in unit.Index())
            {
                if (Fault(unit.Key, names) is { } fault) report.Refuse($"{part.File} {line.Place}", fault);
                else report.Count(taken && index == 0 ? ImportOutcome.Taken : ImportOutcome.Unchanged);
            }
        }
        await change.SaveAsync(GroundPart.Units, "grids.import-units", "profile/" + run.Profile.Name, run.Profile.Places.District, new { taken = report[ImportOutcome.Taken] }, ct);
        return report;
    }

    private static string? Fault(string code, List<string> names) =>
        code.Length is 0 or > 40 ? "the key is missing or longer than 40 characters"
        : names.Count == 0 ? "the name is missing"
        : null;

    private UnitRow Row(string code, List<string> names, HashSet<string> shared, UnitsPart part, ProfilePlaces places) => new()
    {
        Id = Guid.CreateVersion7(clock.GetUtcNow()),
        Code = code,
        Name = names.Find(name => !shared.Contains(name)) ?? names[0],
        Kind = part.KindOf(names),
        DivisionCode = part.DivisionOf(names, places),
    };
}

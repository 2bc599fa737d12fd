using Linli.Contracts.Grids;
using Linli.Platform.CommandLine;
using Linli.Platform.Data;
using Linli.Platform.Import;
using Microsoft.EntityFrameworkCore;

namespace Linli.Grids;

/// <summary>Streets and communities another system names.</summary>
internal sealed class DivisionsStep(AppDb db, GroundChange change) : IProfileStep
{
    private const int StreetDigits = 9, CityDigits = 4;

    public int Order => 10;

    public string Part => "divisions";

    public async Task<ImportReport> RunAsync(ProfileRun run, CancellationToken ct)
    {
        var (part, places) = (run.Profile.Part<DivisionsPart>(Part), run.Profile.Places);
        var lines = run.Read(part.File, places.Street.Name, places.Community.Name);
        var report = new ImportReport(run.Output);
        var known = await db.Divisions.ToDictionaryAsync(d => d.Code, d => d.Name, StringComparer.Ordinal, ct);
        var city = places.District[..CityDigits];
        AddIfMissing(known, places.District, places.DistrictName, DivisionLevel.District, known.ContainsKey(city) ? city : null);
        foreach (var line in lines)
        {
            if (places.CodeOf(line) is not { Length: > StreetDigits } code) report.Refuse($"{part.File} {line.Place}", "it names no community, or one without a code");
            else
            {
                var street = code[..StreetDigits];
                AddIfMissing(known, street, line[places.Street.Name], DivisionLevel.Street, places.District);
                report.Count(AddIfMissing(known, code, line[places.Community.Name], DivisionLevel.Community, street) ? ImportOutcome.Taken : ImportOutcome.Unchanged);
            }
        }
        await change.SaveAsync(GroundPart.Divisions, "grids.import-divisions", "profile/" + run.Profile.Name, places.District, new { taken = report[ImportOutcome.Taken] }, ct);
        return report;
    }

    private bool AddIfMissing(Dictionary<string, string> known, string code, string name, DivisionLevel level, string? parent)
    {
        if (!known.TryAdd(code, name)) return false;
        db.Add(new DivisionRow { Code = code, Name = name, Level = level, ParentCode = parent });
        return true;
    }
}

/// <summary>The part <c>divisions</c> of a profile.</summary>
/// <param name="File">A table with a line for each community.</param>
internal sealed record DivisionsPart(string File);

using Linli.Contracts.Grids;
using Linli.Geo;
using Linli.Platform.CommandLine;
using Linli.Platform.Data;
using Linli.Platform.Import;
using Microsoft.EntityFrameworkCore;

namespace Linli.Grids;

/// <summary><c>import places FILE --crs SYSTEM</c></summary>
internal sealed class ImportPlaces(AppDb db, GroundChange change, IDivisions divisions, TimeProvider clock) : IImport
{
    public string What => "places";

    public string Usage => "FILE --crs wgs84|gcj02|bd09   takes named places from a CSV or TSV file with the columns name, lon, lat and, if there are, address and division; without a division the position finds it";

    public async Task<ImportReport> RunAsync(VerbCall call, CancellationToken ct)
    {
        var (file, system, report) = (call.File(this), call.CoordinateSystem(), new ImportReport(call.Output));
        foreach (var batch in TableFile.Read(file, "name", "lon", "lat").Chunk(ImportCall.BatchSize))
        {
            var names = batch.Select(line => line["name"]).ToList();
            var known = (await db.Places.Where(p => names.Contains(p.Name)).ToListAsync(ct)).ToDictionary(p => (p.Name, p.DivisionCode));
            foreach (var line in batch)
            {
                if (Read(line, system, out var fault) is { } place) report.Count(Take(place, known));
                else report.Refuse(line.Place, fault!);
            }
            await change.SaveAsync(GroundPart.Places, "grids.import-places", "file/" + Path.GetFileName(file), "", new { lines = batch.Length }, ct);
            db.Forget();
        }
        return report;
    }

    private Place? Read(TableLine line, CoordinateSystem system, out string? fault)
    {
        fault = null;
        if (line["name"].Length is 0 or > 100) fault = "the name is missing or longer than 100 characters";
        else if (line.Real("lon") is not (>= -180 and <= 180) || line.Real("lat") is not (>= -90 and <= 90)) fault = $"'{line["lon"]}, {line["lat"]}' is not a position in degrees";
        if (fault is not null) return null;
        var at = Coordinates.From(system, line.Real("lon")!.Value, line.Real("lat")!.Value);
        var division = line.Optional("division") is { } code ? divisions.Find(code) : divisions.Locate(at.Lon, at.Lat);
        if (division is not null) return new(line["name"], line["address"], division.Code, at.Lon, at.Lat);
        fault = line.Optional("division") is { } unknown ? $"no division has the code '{unknown}'" : "it lies in no division";
        return null;
    }

    private ImportOutcome Take(Place place, Dictionary<(string, string), PlaceRow> known)
    {
        var key = (place.Name, place.DivisionCode);
        if (!known.TryGetValue(key, out var row))
        {
            known[key] = db.Add(new PlaceRow
            {
                Id = Guid.CreateVersion7(clock.GetUtcNow()), Name = place.Name, Address = place.Address,
                DivisionCode = place.DivisionCode, Longitude = place.Longitude, Latitude = place.Latitude,
            }).Entity;
            return ImportOutcome.Taken;
        }
        if ((row.Address, row.Longitude, row.Latitude) == (place.Address, place.Longitude, place.Latitude)) return ImportOutcome.Unchanged;
        (row.Address, row.Longitude, row.Latitude) = (place.Address, place.Longitude, place.Latitude);
        return ImportOutcome.Changed;
    }
}

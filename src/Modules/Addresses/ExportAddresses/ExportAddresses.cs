using Linli.Platform.Data;
using Linli.Platform.Export;
using Microsoft.EntityFrameworkCore;

namespace Linli.StandardAddresses;

/// <summary><c>export addresses</c>, in the form that <c>import addresses --crs wgs84</c> takes: parents before what lies below them.</summary>
internal sealed class ExportAddresses(AppDb db) : IExport
{
    public string What => "addresses";

    public IReadOnlyList<string> Formats => ["csv"];

    public async Task<int> WriteAsync(Stream output, string format, CancellationToken ct)
    {
        var names = (await db.AddressNames.AsNoTracking().ToListAsync(ct)).ToLookup(name => name.AddressId);
        var addresses = db.Addresses;
        var lines = addresses.AsNoTracking().OrderBy(a => a.Level).ThenBy(a => a.Code)
            .Select(a => new { Row = a, Parent = addresses.Where(above => above.Id == a.ParentId).Select(above => above.Code).FirstOrDefault() });
        await using var csv = new CsvFile(output);
        await csv.WriteAsync("code", "level", "name", "parent", "division", "lon", "lat", "aliases", "old_names", "from", "until");
        var rows = 0;
        await foreach (var line in lines.AsAsyncEnumerable().WithCancellation(ct))
        {
            var (row, state) = (line.Row, AddressState.Of(line.Row, names[line.Row.Id]));
            await csv.WriteAsync(row.Code, row.Level, row.Name, line.Parent, row.DivisionCode, row.Longitude, row.Latitude,
                AddressState.Written(state.Aliases), AddressState.Written(state.OldNames), AddressState.Day(row.ValidFrom), AddressState.Day(row.ValidUntil));
            rows++;
        }
        return rows;
    }
}

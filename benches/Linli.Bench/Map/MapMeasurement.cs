using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using Linli.Bench.Lists;
using Linli.Demo;
using Linli.Geo;
using Linli.Testing;
using Linli.Tiles;

namespace Linli.Bench.Map;

/// <summary>
/// The one map of a district with a million cases: tiles that nobody has asked for before, the same tiles again, and what lies in a
/// square kilometre. <c>LINLI_BENCH_CASES</c> asks for fewer cases.
/// </summary>
internal sealed class MapMeasurement : IMeasurement
{
    private const int Told = 5_000, Farthest = 8, Closest = 17, MostTiles = 1_200, Areas = 300, Rounds = 10;
    private const double GoalDrawn = 30, GoalKept = 3, GoalOfAreas = 100;
    private static readonly string[] Layers = ["cases", "divisions", "places"];

    public string Name => "map";

    public async Task RunAsync(Report report)
    {
        foreach (var kind in new[] { "postgres", "sqlite" }) await RunAsync(report, kind);
    }

    private static async Task RunAsync(Report report, string kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await LinliProcess.RunAsync(database, "schema", "apply");
        await LinliProcess.RunAsync(database, "demo", "--cases", $"{Told}");
        report.Note($"{kind}: {await Copies.MakeAsync(database, Copies.Wanted(1_000_000) / Told + 10, alone: true):N0} cases, {await database.CountAsync("SELECT count(*) FROM cases_case WHERE closed_at IS NULL"):N0} of them open");
        var keys = new List<string>();   // of the same view under other names, so that each draws anew
        foreach (var division in (string[])["990101", "9901", "99"]) keys.Add(await LinliProcess.KeyAsync(database, division, "map.see", "grids.see", "cases.see", "cases.report"));
        await using var server = await LinliProcess.ServeAsync(database, new Dictionary<string, string> { ["Linli__Limits__Requests"] = "1000000000" });
        var places = SignIns.Plan.Places;
        foreach (var layer in Layers) await ReadAsync(server, keys[^1], [.. Enumerable.Range(Farthest, Closest - Farthest).SelectMany(zoom => Tiles(places, layer, zoom))]);   // warm
        var scans = await ListsMeasurement.ScansAsync(database);
        foreach (var layer in Layers)
        {
            var (drawn, kept) = (new List<double>(), new List<double>());
            foreach (var zoom in Enumerable.Range(Farthest, Closest - Farthest + 1))
            {
                var tiles = Tiles(places, layer, zoom);
                foreach (var key in keys[..2])
                {
                    drawn.AddRange(await ReadAsync(server, key, tiles));
                    kept.AddRange(await ReadAsync(server, key, tiles));
                }
            }
            Say(report, $"{layer}: a tile, first time, {kind}", drawn, GoalDrawn);
            Say(report, $"{layer}: a tile, kept, {kind}", kept, GoalKept);
        }
        Say(report, $"what is in 1 km², {kind}", await ReadAsync(server, keys[0], [.. places.Take(Areas).Select(place => "/api/v1/map/area?area=" + SquareKilometre(new(place.At.Lon, place.At.Lat)))]), GoalOfAreas);
        if (database.Postgres is not null) report.AtMost("reads of the whole table of cases", await ListsMeasurement.ScansAsync(database) - scans, 0, "");
        Say(report, $"all open cases in a tile, first time, {kind}", await ReadFarAsync(server, keys[0], places), GoalDrawn);
    }

    /// <summary>Tiles that show the whole district or nearly, each time after a new case has made them old.</summary>
    private static async Task<List<double>> ReadFarAsync(LinliProcess server, string key, IReadOnlyList<DemoPlace> places)
    {
        var times = new List<double>();
        using var caller = new HttpClient { BaseAddress = server.Address };
        caller.DefaultRequestHeaders.Authorization = new("Bearer", key);
        for (var round = 0; round < Rounds; round++)
        {
            using var filed = await caller.PostAsJsonAsync("/api/v1/cases", new { text = "路灯坏了", longitude = places[round].At.Lon, latitude = places[round].At.Lat });
            filed.EnsureSuccessStatusCode();
            await Task.Delay(1_500);   // until the feed has told of it
            times.AddRange(await ReadAsync(server, key, [.. Enumerable.Range(Farthest, 4).SelectMany(zoom => Tiles(places, "cases", zoom))]));
        }
        return times;
    }

    private static void Say(Report report, string what, List<double> times, double goal)
    {
        var latencies = new Latencies([.. times.Order()], TimeSpan.FromMilliseconds(times.Sum()));
        report.Note($"{what}: {latencies}, {times.Count} of them");
        report.AtMost(what + ", p95", latencies.At(0.95), goal, "ms");
    }

    /// <summary>The tiles of a zoom in which something is.</summary>
    private static List<string> Tiles(IEnumerable<DemoPlace> places, string layer, int zoom) =>
        [.. places.Select(place => TileKey.At(new(place.At.Lon, place.At.Lat), zoom)).Distinct().Take(MostTiles).Select(tile => string.Create(CultureInfo.InvariantCulture, $"/api/v1/map/{layer}/{tile.Zoom}/{tile.X}/{tile.Y}.mvt"))];

    private static string SquareKilometre(LonLat at)
    {
        var box = BoundingBox.Around(at, 500);
        return string.Create(CultureInfo.InvariantCulture, $"{box.West:0.######},{box.South:0.######};{box.East:0.######},{box.South:0.######};{box.East:0.######},{box.North:0.######};{box.West:0.######},{box.North:0.######}");
    }

    /// <summary>Milliseconds of each answer, one after the other.</summary>
    private static async Task<List<double>> ReadAsync(LinliProcess server, string key, IReadOnlyList<string> addresses)
    {
        using var reader = new HttpClient { BaseAddress = server.Address };
        reader.DefaultRequestHeaders.Authorization = new("Bearer", key);
        var times = new List<double>(addresses.Count);
        foreach (var address in addresses)
        {
            var watch = Stopwatch.StartNew();
            using var answer = await reader.GetAsync(address);
            await answer.Content.ReadAsByteArrayAsync();
            if (answer.StatusCode is not (HttpStatusCode.OK or HttpStatusCode.NoContent)) throw new InvalidOperationException($"{address}: {answer.StatusCode}");
            times.Add(watch.Elapsed.TotalMilliseconds);
        }
        return times;
    }
}

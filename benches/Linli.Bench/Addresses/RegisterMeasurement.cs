using System.Diagnostics;
using System.Globalization;
using System.Net;
using Linli.Demo;
using Linli.Platform;
using Linli.Testing;

namespace Linli.Bench.Addresses;

/// <summary>The register of the product at full size: how long a million rooms take to come in and to be in memory after a start, how much memory that is, and how soon somebody who types has an answer over HTTP.</summary>
internal static class RegisterMeasurement
{
    private const int Rooms = 1_000_000, Typists = 8, Texts = 200;
    private const double Goal = 30;
    private static readonly TimeSpan Span = TimeSpan.FromSeconds(15), Patience = TimeSpan.FromMinutes(2);

    public static async Task RunAsync(Report report, string kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await LinliProcess.RunAsync(database, "schema", "apply");
        await LinliProcess.RunAsync(database, "demo", "--cases", "0");
        var district = DemoDistrict.Create(IDemoSeeder.Seed, DateTimeOffset.UnixEpoch, caseCount: 0);
        var estates = DemoEstates.Build(district, seed: 7, Rooms).ToList();
        var settings = new Dictionary<string, string> { ["Linli__Demo"] = "true", ["Linli__Limits__Requests"] = "1000000", ["Linli__Limits__Lookups"] = "1000000", ["Linli__Limits__SignIns"] = "1000" };
        double before;
        await using (var empty = await LinliProcess.ServeAsync(database, settings)) before = await LoadedAsync(empty);

        var file = Path.Combine(database.Folder, "addresses.csv");
        await WriteAsync(file, estates);
        var watch = Stopwatch.StartNew();
        await LinliProcess.RunAsync(database, "import", "addresses", file, "--crs", "wgs84");
        report.AtMost($"{kind}: 1,000,000 rooms imported", watch.Elapsed.TotalSeconds, 300, "s");

        await using var server = await LinliProcess.ServeAsync(database, settings);
        watch.Restart();
        var after = await LoadedAsync(server);
        report.AtMost($"{kind}: in memory after the start", watch.Elapsed.TotalSeconds, 30, "s");
        report.Note($"{before:0} MB with the demo's addresses, {after:0} MB with 1,000,000 rooms more, just loaded");
        using var clerk = await Visitors.SignInAsync(server, DemoRole.DistrictClerk);
        var typed = Enumerable.Range(0, Texts).Select(i => AddressWriter.Write(estates, district, i % 2 == 0 ? AddressNoise.None : AddressNoise.NoRoad, seed: 1, i)!.Text)
            .SelectMany(text => Enumerable.Range(1, text.Length).Select(length => Uri.EscapeDataString(text[..length]))).ToList();
        var times = await Visitors.ReadAsync(clerk, Typists, Span, i => "/api/v1/addresses?q=" + typed[i % typed.Count]);
        report.Note($"{kind}, {Typists} clerks: {times}");
        report.AtMost($"{kind}: an answer over HTTP while typing, p95", times.At(0.95), Goal, "ms");
        report.Note($"{server.Megabytes:0} MB after that");
    }

    /// <summary>Waits until the addresses are in memory.</summary>
    /// <returns>Megabytes then.</returns>
    private static async Task<double> LoadedAsync(LinliProcess server)
    {
        using var stranger = new HttpClient { BaseAddress = server.Address };
        for (var watch = Stopwatch.StartNew(); watch.Elapsed < Patience; await Task.Delay(100))
        {
            using var answer = await stranger.GetAsync("/api/v1/addresses?q=x");
            if (answer.StatusCode is HttpStatusCode.OK) return server.Megabytes;
        }
        throw new TimeoutException("The addresses are not in memory after two minutes.");
    }

    /// <summary>Codes of their own beside those of the demo.</summary>
    private static async Task WriteAsync(string file, List<DemoEstate> estates)
    {
        await using var writer = new StreamWriter(file);
        await writer.WriteLineAsync("code,level,name,parent,division,lon,lat,aliases,old_names");
        foreach (var line in DemoAddresses.Of(estates, _ => true))
        {
            var (estate, named) = (line.Estate, line.Level is "Estate");
            await writer.WriteLineAsync(string.Create(CultureInfo.InvariantCulture,
                $"B-{line.Code},{line.Level},{line.Name},{(line.Parent is { } parent ? "B-" + parent : "")},{(line.Parent is null ? estate.Community.Code : "")},{line.At?.Lon},{line.At?.Lat},{(named ? estate.Alias : "")},{(named ? estate.OldName : "")}"));
        }
    }
}

using System.Diagnostics;
using System.Net.Http.Json;
using Linli.Demo;
using Linli.Testing;

namespace Linli.Bench.Intake;

/// <summary>The same reports by POST /api/v1/cases/batch and one by one, in turns.</summary>
internal sealed class BatchMeasurement : IMeasurement
{
    private const int Turns = 2, Size = 500;
    private static readonly TimeSpan Turn = TimeSpan.FromSeconds(5);

    public string Name => "batch";

    public async Task RunAsync(Report report)
    {
        foreach (var kind in new[] { "postgres", "sqlite" }) await RunAsync(report, kind);
    }

    private static async Task RunAsync(Report report, string kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await CommandLine.RunAsync(database, "schema", "apply");
        await CommandLine.RunAsync(database, "demo", "--cases", "500");
        var key = await LinliProcess.KeyAsync(database, "990101", "cases.report");
        await using var server = await LinliProcess.ServeAsync(database, IntakeMeasurement.Unlimited);
        var stories = DemoDistrict.Create(7, new DateTimeOffset(2026, 11, 1, 0, 0, 0, TimeSpan.Zero), 2000).Cases.ToList();
        await IntakeMeasurement.PostAsync(server, key, stories, clients: 8, 2 * Turn);   // until what is called often is compiled well
        foreach (var clients in (int[])[1, 8])
        {
            var (single, batched, spent) = (0.0, 0.0, 0.0);
            for (var turn = 0; turn < Turns; turn++)
            {
                single += await IntakeMeasurement.PostAsync(server, key, stories, clients, Turn) / Turns;
                var before = server.ProcessorTime;
                batched += await PostAsync(server, key, stories, clients) / Turns;
                spent += (server.ProcessorTime - before).TotalMilliseconds;
            }
            report.Note($"{kind}, {clients} clients: {batched:N0} cases/s in batches of {Size} at {spent / (batched * (Turns * Turn).TotalSeconds):0.00} ms of processor time each, {single:N0} cases/s one by one");
            report.AtLeast($"batch {kind} {clients} clients, over one by one", batched / single, 1, "");
        }
    }

    private static async Task<double> PostAsync(LinliProcess server, string key, List<CaseStory> stories, int clients)
    {
        var (done, watch) = (0, Stopwatch.StartNew());
        await Task.WhenAll(Enumerable.Range(0, clients).Select(async client =>
        {
            using var http = new HttpClient { BaseAddress = server.Address };
            http.DefaultRequestHeaders.Authorization = new("Bearer", key);
            for (var i = client; watch.Elapsed < Turn; i += clients)
            {
                var begun = Stopwatch.GetTimestamp();
                var items = Enumerable.Range(0, Size).Select(place => (Story: stories[(i * Size + place) % stories.Count], Key: $"{begun}-{client}-{place}"))
                    .Select(item => new { item.Story.Text, longitude = item.Story.At.Lon, latitude = item.Story.At.Lat, place = item.Story.PlaceText, name = item.Story.Reporter?.Name, phone = item.Story.Reporter?.Phone, externalId = item.Key });
                using var response = await http.PostAsJsonAsync("/api/v1/cases/batch", new { items });
                response.EnsureSuccessStatusCode();
                Interlocked.Add(ref done, Size);
            }
        }));
        return done / watch.Elapsed.TotalSeconds;
    }
}

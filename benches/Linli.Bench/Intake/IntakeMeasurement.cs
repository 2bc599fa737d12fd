using System.Diagnostics;
using System.Net.Http.Json;
using Linli.Demo;
using Linli.Testing;

namespace Linli.Bench.Intake;

/// <summary>
/// POST /api/v1/cases, the full path, against a bare loop that inserts the same rows with the same durability.
/// </summary>
internal sealed class IntakeMeasurement : IMeasurement
{
    private const int Turns = 4;
    private static readonly TimeSpan Span = TimeSpan.FromSeconds(12);

    /// <summary>One client sends what a district's channels send together; the limit per address is for strangers.</summary>
    public static readonly Dictionary<string, string> Unlimited = new() { ["Linli__Limits__Requests"] = "1000000000" };

    public string Name => "intake";

    public async Task RunAsync(Report report)
    {
        foreach (var (kind, goal) in new[] { ("postgres", 0.5), ("sqlite", 0.4) }) await RunAsync(report, kind, goal);
    }

    private static async Task RunAsync(Report report, string kind, double goal)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await CommandLine.RunAsync(database, "schema", "apply");
        await CommandLine.RunAsync(database, "demo", "--cases", "2000");
        var key = await LinliProcess.KeyAsync(database, "990101", "cases.report");
        await using var server = await LinliProcess.ServeAsync(database, Unlimited);
        var texts = DemoDistrict.Create(7, new DateTimeOffset(2026, 11, 1, 0, 0, 0, TimeSpan.Zero), 2000).Cases.ToList();
        await PostAsync(server, key, texts, clients: 8, 2 * Span);   // until what is called often is compiled well

        foreach (var clients in (int[])[1, 8, 32])
        {
            var (full, bare, spent) = (0.0, 0.0, 0.0);
            for (var turn = 0; turn < Turns; turn++)   // in turns, so that both meet the same machine
            {
                var before = server.ProcessorTime;
                full += await PostAsync(server, key, texts, clients, Span / Turns) / Turns;
                spent += (server.ProcessorTime - before).TotalMilliseconds;
                bare += await BareLoop.RunAsync(database, clients, Span / Turns) / Turns;
            }
            report.Note($"{kind}, {clients} clients: {full:N0} cases/s by the API at {spent / (full * Span.TotalSeconds):0.00} ms of processor time each, {bare:N0}/s by the bare loop");
            report.AtLeast($"intake {kind} {clients} clients, ratio", full / bare, goal, "");
        }
        report.AtMost($"memory after intake, {kind}", server.Megabytes, 300, "MB");
    }

    /// <summary>Posts reports one by one for a time.</summary>
    /// <returns>Cases a second.</returns>
    public static async Task<double> PostAsync(LinliProcess server, string key, List<CaseStory> stories, int clients, TimeSpan span)
    {
        var (done, watch) = (0, Stopwatch.StartNew());
        await Task.WhenAll(Enumerable.Range(0, clients).Select(async client =>
        {
            using var http = new HttpClient { BaseAddress = server.Address };
            http.DefaultRequestHeaders.Authorization = new("Bearer", key);
            for (var i = client; watch.Elapsed < span; i += clients)
            {
                var story = stories[i % stories.Count];
                using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/cases")
                {
                    Content = JsonContent.Create(new { story.Text, longitude = story.At.Lon, latitude = story.At.Lat, place = story.PlaceText, name = story.Reporter?.Name, phone = story.Reporter?.Phone }),
                };
                request.Headers.Add("Idempotency-Key", $"{watch.ElapsedTicks}-{client}-{i}");
                using var response = await http.SendAsync(request);
                response.EnsureSuccessStatusCode();
                Interlocked.Increment(ref done);
            }
        }));
        return done / watch.Elapsed.TotalSeconds;
    }
}

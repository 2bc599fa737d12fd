using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.Json;
using Linli.Demo;
using Linli.Testing;

namespace Linli.Bench.Many;

/// <summary>One act on a thousand cases: accepting and dispatching what came in overnight.</summary>
internal sealed class ManyMeasurement : IMeasurement
{
    private const int Cases = 1_000;

    public string Name => "many";

    public async Task RunAsync(Report report)
    {
        foreach (var kind in new[] { "sqlite", "postgres" }) await RunAsync(report, kind);
    }

    private static async Task RunAsync(Report report, string kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await CommandLine.RunAsync(database, "schema", "apply");
        await CommandLine.RunAsync(database, "demo", "--cases", "2000");
        var key = await LinliProcess.KeyAsync(database, "990101", "cases.report", "cases.see", "cases.accept", "cases.dispatch");
        await using var server = await LinliProcess.ServeAsync(database, new Dictionary<string, string> { ["Linli__Limits__Requests"] = "1000000000" });
        using var http = new HttpClient { BaseAddress = server.Address };
        http.DefaultRequestHeaders.Authorization = new("Bearer", key);
        foreach (var (round, told) in new[] { ("warm", false), ("measured", true) })
        {
            var picked = await FileAsync(http, round);
            foreach (var act in new[] { "accept", "dispatch" })
            {
                var watch = Stopwatch.StartNew();
                using var answer = await http.PostAsJsonAsync("/api/v1/cases/many", new { act, cases = picked });
                answer.EnsureSuccessStatusCode();
                var outcomes = (await answer.Content.ReadFromJsonAsync<JsonElement>()).EnumerateArray().ToList();
                var spent = watch.Elapsed.TotalSeconds;
                picked = [.. outcomes.Where(o => o.TryGetProperty("state", out var state) && state.ValueKind is JsonValueKind.Object).Select(o => o.GetProperty("state")).Select(s => new Picked(s.GetProperty("id").GetGuid(), s.GetProperty("version").GetInt32()))];
                if (told) report.AtMost($"{act} {picked.Count:N0} cases at once, {kind}", spent, 5, "s");
            }
        }
    }

    /// <summary>A thousand new cases that have a unit suggested.</summary>
    private static async Task<List<Picked>> FileAsync(HttpClient http, string round)
    {
        var stories = DemoDistrict.Create(round.Length, new DateTimeOffset(2026, 11, 1, 0, 0, 0, TimeSpan.Zero), Cases).Cases.ToList();
        var picked = new List<Picked>(Cases);
        await Parallel.ForEachAsync(stories, new ParallelOptions { MaxDegreeOfParallelism = 8 }, async (story, ct) =>
        {
            using var answer = await http.PostAsJsonAsync("/api/v1/cases", new { story.Text, story.CategoryCode, longitude = story.At.Lon, latitude = story.At.Lat }, ct);
            answer.EnsureSuccessStatusCode();
            var filed = (await answer.Content.ReadFromJsonAsync<JsonElement>(ct)).GetProperty("id").GetGuid();
            lock (picked) picked.Add(new(filed, 1));
        });
        return picked;
    }

    private sealed record Picked(Guid Id, int Version);
}

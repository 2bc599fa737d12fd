using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.Json;
using Linli.Bench.Lists;
using Linli.Demo;
using Linli.Testing;

namespace Linli.Bench.Duplicates;

/// <summary>
/// The open cases that a new one may repeat, found while reports come in: each is filed by POST /api/v1/cases and its candidates
/// are asked for at once, among a million cases of about 90 days. <c>LINLI_BENCH_CASES</c> asks for fewer cases.
/// </summary>
internal sealed class DuplicatesMeasurement : IMeasurement
{
    private const int Told = 5_000, Asked = 1_000, Clients = 8;
    private const double Goal = 30;

    public string Name => "duplicates";

    public async Task RunAsync(Report report)
    {
        foreach (var kind in new[] { "postgres", "sqlite" }) await RunAsync(report, kind);
    }

    private static async Task RunAsync(Report report, string kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await LinliProcess.RunAsync(database, "schema", "apply");
        await LinliProcess.RunAsync(database, "demo", "--cases", $"{Told}");
        report.Note($"{kind}: {await Copies.MakeAsync(database, Copies.Wanted(1_000_000) / Told + 10):N0} cases, {await database.CountAsync("SELECT count(*) FROM cases_case WHERE closed_at IS NULL"):N0} of them open");
        var key = await LinliProcess.KeyAsync(database, "990101", "cases.report", "cases.see");
        await using var server = await LinliProcess.ServeAsync(database, new Dictionary<string, string> { ["Linli__Limits__Requests"] = "1000000000" });
        var stories = DemoDistrict.Create(7, TimeProvider.System.GetUtcNow().AddDays(-1), 2 * Asked).Cases.ToList();
        await AskAsync(server, key, stories[..Asked], Clients);   // warm
        foreach (var clients in (int[])[1, Clients])
        {
            var (latencies, found) = await AskAsync(server, key, stories[Asked..], clients);
            report.Note($"{kind}, {clients} clients: {latencies}, {found:N1} candidates a case");
            report.AtMost($"candidates of a new case, {clients} clients, {kind}, p95", latencies.At(0.95), Goal, "ms");
        }
    }

    /// <summary>Files reports and asks for what each may repeat; only the asking is timed.</summary>
    private static async Task<(Latencies Latencies, double Found)> AskAsync(LinliProcess server, string key, IReadOnlyList<CaseStory> stories, int clients)
    {
        using var http = new HttpClient { BaseAddress = server.Address };
        http.DefaultRequestHeaders.Authorization = new("Bearer", key);
        var (watch, all, found) = (Stopwatch.StartNew(), new List<double>(), 0);
        await Parallel.ForEachAsync(stories, new ParallelOptions { MaxDegreeOfParallelism = clients }, async (story, ct) =>
        {
            using var filed = await http.PostAsJsonAsync("/api/v1/cases", new { story.Text, longitude = story.At.Lon, latitude = story.At.Lat, place = story.PlaceText }, ct);
            filed.EnsureSuccessStatusCode();
            var id = (await filed.Content.ReadFromJsonAsync<JsonElement>(ct)).GetProperty("id").GetGuid();
            var begun = Stopwatch.GetTimestamp();
            var like = await http.GetFromJsonAsync<JsonElement>($"/api/v1/cases/{id}/like", ct);
            var spent = Stopwatch.GetElapsedTime(begun).TotalMilliseconds;
            lock (all)
            {
                all.Add(spent);
                found += like.GetArrayLength();
            }
        });
        return (new([.. all.Order()], watch.Elapsed), (double)found / stories.Count);
    }
}

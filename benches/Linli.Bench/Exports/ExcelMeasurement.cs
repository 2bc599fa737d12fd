using System.Diagnostics;
using Linli.Bench.Lists;
using Linli.Testing;

namespace Linli.Bench.Exports;

/// <summary>The whole list as an Excel workbook, taken out while the memory of the program is watched. <c>LINLI_BENCH_CASES</c> asks for fewer cases.</summary>
internal sealed class ExcelMeasurement : IMeasurement
{
    private const int Told = 5_000, MostGrowth = 150;
    private static readonly int Cases = Copies.Wanted(100_000);

    public string Name => "xlsx";

    public async Task RunAsync(Report report)
    {
        foreach (var kind in new[] { "sqlite", "postgres" }) await RunAsync(report, kind);
    }

    private static async Task RunAsync(Report report, string kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await LinliProcess.RunAsync(database, "schema", "apply");
        await LinliProcess.RunAsync(database, "demo", "--cases", $"{Told}");
        var cases = await Copies.MakeAsync(database, Math.Max(1, (Cases - Told) / Told));
        var key = await LinliProcess.KeyAsync(database, "990101", "cases.see", "cases.export");
        await using var server = await LinliProcess.ServeAsync(database, new Dictionary<string, string> { ["Linli__Limits__Requests"] = "1000000000" });
        using var http = new HttpClient { BaseAddress = server.Address, Timeout = TimeSpan.FromMinutes(10) };
        http.DefaultRequestHeaders.Authorization = new("Bearer", key);
        await ReadAsync(http, "/api/v1/cases/export.xlsx?status=closed&division=990101001001", () => { });   // warm
        var (idle, peak, watch) = (server.Megabytes, 0.0, Stopwatch.StartNew());
        var length = await ReadAsync(http, "/api/v1/cases/export.xlsx?status=all", () => peak = Math.Max(peak, server.Megabytes));
        report.Note($"{kind}: {cases:N0} cases, {length / 1e6:N1} MB in {watch.Elapsed.TotalSeconds:N1} s, memory {idle:N0} MB before, {peak:N0} MB at most");
        report.AtMost($"memory grown while exporting, {kind}", peak - idle, MostGrowth, "MB");
    }

    private static async Task<long> ReadAsync(HttpClient http, string address, Action look)
    {
        using var answer = await http.GetAsync(address, HttpCompletionOption.ResponseHeadersRead);
        answer.EnsureSuccessStatusCode();
        await using var content = await answer.Content.ReadAsStreamAsync();
        var (buffer, length, read) = (new byte[1 << 20], 0L, 0);
        while ((read = await content.ReadAsync(buffer)) > 0)
        {
            length += read;
            look();
        }
        return length;
    }
}

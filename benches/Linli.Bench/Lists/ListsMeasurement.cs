using Linli.Demo;
using Linli.Testing;
using Npgsql;

namespace Linli.Bench.Lists;

/// <summary>What a clerk waits for in a district with years of cases: the list with three filters, the search, a case, my work; eight clerks at once.</summary>
internal sealed class ListsMeasurement : IMeasurement
{
    private const int Told = 5_000, Clerks = 8;
    private const double Goal = 50, GoalOfWords = 500;
    private static readonly TimeSpan Span = TimeSpan.FromSeconds(8);
    private static readonly string[] Streets = ["990101001", "990101002", "990101003", "990101004", "990101005", "990101006"];
    private static readonly string[] Words = ["路灯", "井盖", "噪音", "垃圾", "停车"];

    public string Name => "lists";

    public async Task RunAsync(Report report)
    {
        foreach (var (kind, cases) in new[] { ("sqlite", 200_000), ("postgres", 1_000_000) }) await RunAsync(report, kind, cases);
    }

    private static async Task RunAsync(Report report, string kind, int cases)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await LinliProcess.RunAsync(database, "schema", "apply");
        await LinliProcess.RunAsync(database, "demo", "--cases", $"{Told}");
        report.Note($"{kind}: {await Copies.MakeAsync(database, cases / Told + 10):N0} cases, {await database.CountAsync("SELECT count(*) FROM cases_case WHERE closed_at IS NULL"):N0} of them open");
        await using var server = await LinliProcess.ServeAsync(database, new Dictionary<string, string> { ["Linli__Limits__Requests"] = "1000000000" });
        report.AtMost($"memory idle, {kind}", server.Megabytes, 300, "MB");
        using var browser = await Visitors.SignInAsync(server, DemoRole.DistrictClerk);
        var pages = new (string Name, double Goal, Func<int, string> Address)[]
        {
            ("open cases, 3 filters", Goal, i => $"/desk/cases?division={Street(i)}&category=0{i / 6 % 6 + 1}&channel=web"),
            ("all cases, 3 filters", Goal, i => $"/desk/cases?status=all&division={Street(i)}&category=0{i / 6 % 6 + 1}&channel=web"),
            ("all cases, words, 1 filter", GoalOfWords, i => $"/desk/cases?status=all&q={Words[i / 6 % Words.Length]}&division={Street(i)}"),
            ("a case", Goal, (await IdsAsync(database)) is var ids ? i => $"/desk/cases/{ids[i % ids.Count]}" : null!),
            ("my work", Goal, _ => "/desk"),
        };
        foreach (var (_, _, address) in pages) await Visitors.ReadAsync(browser, Clerks, Span, address);   // warm
        foreach (var (name, goal, address) in pages)
        {
            var scans = await ScansAsync(database);
            var latencies = await Visitors.ReadAsync(browser, Clerks, Span, address);
            report.Note($"{kind}, {name}: {latencies}");
            report.AtMost($"{name}, {kind}, p95", latencies.At(0.95), goal, "ms");
            if (database.Postgres is not null) report.AtMost($"{name}, reads of the whole table", await ScansAsync(database) - scans, 0, "");
        }
        var quarter = await Visitors.ReadAsync(browser, 1, Span / 2, _ => "/desk/scorecard?from=2026-09-01&to=2026-11-30");
        report.AtMost($"scorecard of a quarter, {kind}, p50", quarter.At(0.5), 1000, "ms");
        report.AtMost($"memory loaded, {kind}", server.Megabytes, 300, "MB");
    }

    private static string Street(int i) => Streets[i % Streets.Length];

    private static async Task<List<string>> IdsAsync(TestDatabase database)
    {
        await using System.Data.Common.DbConnection connection = database.Postgres is { } postgres ? new NpgsqlConnection(postgres) : new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={Path.Combine(database.Folder, "linli.db")};Pooling=false");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT id FROM cases_case ORDER BY number LIMIT 2000";
        await using var reader = await command.ExecuteReaderAsync();
        var ids = new List<string>();
        while (await reader.ReadAsync()) ids.Add(reader.GetValue(0).ToString()!);
        return ids;
    }

    /// <summary>How often PostgreSQL read the table of cases from end to end.</summary>
    public static async Task<long> ScansAsync(TestDatabase database)
    {
        if (database.Postgres is null) return 0;
        await Task.Delay(1500);   // statistics come late
        return await database.CountAsync("SELECT seq_scan FROM pg_stat_user_tables WHERE relname = 'cases_case'");
    }
}

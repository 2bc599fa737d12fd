using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Linli.Demo;
using Linli.Testing;

namespace Linli.Bench.Registry;

/// <summary>
/// The registry of one district: searches, lists and records with eight at once, and a table of 100,000 people taken in and taken back.
/// <c>LINLI_BENCH_PEOPLE</c> asks for fewer people, and all else in proportion; <c>LINLI_BENCH_DATABASE</c> for one of the databases.
/// </summary>
internal sealed class RegistryMeasurement : IMeasurement
{
    private const int Clients = 8, Sample = 400, Rows = 100_000;
    private static readonly int People = int.TryParse(Environment.GetEnvironmentVariable("LINLI_BENCH_PEOPLE"), CultureInfo.InvariantCulture, out var fewer) ? fewer : 500_000;
    private static readonly TimeSpan Span = TimeSpan.FromSeconds(5);

    public string Name => "registry";

    public async Task RunAsync(Report report)
    {
        foreach (var kind in new[] { "sqlite", "postgres" })
            if (Environment.GetEnvironmentVariable("LINLI_BENCH_DATABASE") is not { Length: > 0 } only || only == kind) await RunAsync(report, kind);
    }

    private static async Task RunAsync(Report report, string kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await LinliProcess.RunAsync(database, "schema", "apply");
        await LinliProcess.RunAsync(database, "demo", "--cases", "0");
        var (filling, watch) = (new RegistryFilling(People), Stopwatch.StartNew());
        await filling.FillAsync(database);
        report.Note($"{kind}: {await database.CountAsync("SELECT count(*) FROM registry_record"):N0} records, written in {watch.Elapsed.TotalSeconds:N0} s");
        var key = await LinliProcess.KeyAsync(database, "990101", "registry.see", "registry.import");
        await using var server = await LinliProcess.ServeAsync(database, new Dictionary<string, string> { ["Linli__Limits__Requests"] = "1000000000" });
        using var browser = await Visitors.SignInAsync(server, DemoRole.DistrictClerk);
        using var api = new HttpClient { BaseAddress = server.Address, Timeout = TimeSpan.FromMinutes(5) };
        api.DefaultRequestHeaders.Authorization = new("Bearer", key);

        var homes = filling.Homes.Where((h, i) => h.People.Count > 0 && i % (People / 2_000 + 1) == 0).Take(Sample).ToList();
        var firms = filling.Firms.Where((_, i) => i % (People / 10_000 + 1) == 0).Take(Sample).ToList();
        var streets = filling.Estates.Select(e => e.Street.Code).Distinct().ToList();
        var ids = await IdsAsync(api, streets);
        var asked = new (string What, double Goal, HttpClient Who, Func<int, string> Address)[]
        {
            ("search by a person's name", 50, api, i => Search(homes[i % homes.Count].People[0].Name)),
            ("search by address", 50, api, i => Search(homes[i % homes.Count].Address)),
            ("search by estate and building", 50, api, i => Search(homes[i % homes.Count].Estate.Name + homes[i % homes.Count].Room[..2])),
            ("search by credit code", 50, api, i => Search(firms[i % firms.Count].CreditCode)),
            ("search by a word of very many records", 50, api, i => Search(i % 2 == 0 ? "社区" : "路") + $"&division={streets[i % streets.Count]}"),
            ("list of people of a street", 50, api, i => $"/api/v1/registry/records?type=person&division={streets[i % streets.Count]}&page={i % 20 + 1}"),
            ("list of all records", 50, api, i => $"/api/v1/registry/records?page={i % 20 + 1}"),
            ("list of rented houses", 50, api, i => $"/api/v1/registry/records?type=house&f[use]=rented&division={streets[i % streets.Count]}"),
            ("a record", 30, api, i => $"/api/v1/registry/records/{ids[i % ids.Count]}"),
            ("page of the list, people of a street", 50, browser, i => $"/desk/registry?type=person&division={streets[i % streets.Count]}"),
            ("page of a record", 30, browser, i => $"/desk/registry/{ids[i % ids.Count]}"),
        };
        foreach (var (_, _, who, address) in asked) await Visitors.ReadAsync(who, Clients, Span / 3, address);   // warm
        foreach (var (what, goal, who, address) in asked)
        {
            var latencies = await Visitors.ReadAsync(who, Clients, Span, address);
            report.Note($"{kind}, {what}: {latencies}");
            report.AtMost($"{what}, {kind}, p95", latencies.At(0.95), goal, "ms");
        }
        await ImportAsync(report, kind, api, server, homes);
    }

    private static string Search(string words) => $"/api/v1/registry/records?q={Uri.EscapeDataString(words)}";

    private static async Task<List<string>> IdsAsync(HttpClient api, IEnumerable<string> streets)
    {
        var ids = new List<string>();
        foreach (var street in streets)
            ids.AddRange((await api.GetFromJsonAsync<JsonElement>($"/api/v1/registry/records?type=person&division={street}")).GetProperty("items").EnumerateArray().Select(i => i.GetProperty("id").GetString()!));
        return ids;
    }

    /// <summary>A table of new people, from the upload to the last row; and all of it back.</summary>
    private static async Task ImportAsync(Report report, string kind, HttpClient api, LinliProcess server, List<DemoHome> homes)
    {
        var csv = new StringBuilder("姓名,身份证号,手机号码,性别,出生日期,居住类型,区划,地址\n");
        for (var i = 0; i < Rows; i++)
        {
            var home = homes[i % homes.Count];
            var born = new DateOnly(1940, 1, 1).AddDays(i % 25_000);
            csv.Append(CultureInfo.InvariantCulture, $"{home.People[0].Name},{IdNumber(born, i)},{10080000000 + i},{(i % 2 == 0 ? "女" : "男")},{born:yyyy-MM-dd},户籍人口,{home.Estate.Community.Code},{home.Address}\n");
        }
        var watch = Stopwatch.StartNew();
        using var answer = await api.PostAsJsonAsync("/api/v1/registry/imports", new { type = "person", fileName = "people.csv", file = Encoding.UTF8.GetBytes(csv.ToString()) });
        answer.EnsureSuccessStatusCode();
        var at = answer.Headers.Location!;
        report.Note($"{kind}, table of {Rows:N0} rows taken in after {watch.Elapsed.TotalSeconds:N1} s");
        var import = await WaitAsync(api, at, "ready");
        report.Note($"{kind}, looked at after {watch.Elapsed.TotalSeconds:N1} s: {import.GetProperty("added")} would be added, {import.GetProperty("refused")} refused; {server.Megabytes:N0} MB");
        await DecideAsync(api, at, "confirm", import);
        import = await WaitAsync(api, at, "done");
        report.AtMost($"import of {Rows:N0} rows, preview and all, {kind}", watch.Elapsed.TotalSeconds, 60, "s");
        report.Note($"{kind}, {import.GetProperty("added")} added; {server.Megabytes:N0} MB");
        watch.Restart();
        await DecideAsync(api, at, "undo", import);
        await WaitAsync(api, at, "undone");
        report.Note($"{kind}, taken back in {watch.Elapsed.TotalSeconds:N1} s");
    }

    private static async Task DecideAsync(HttpClient api, Uri at, string act, JsonElement import)
    {
        using var answer = await api.PostAsJsonAsync($"{at}/{act}", new { version = import.GetProperty("version").GetInt32() });
        answer.EnsureSuccessStatusCode();
    }

    private static async Task<JsonElement> WaitAsync(HttpClient api, Uri at, string state)
    {
        for (var i = 0; i < 1_500; i++)
        {
            var import = (await api.GetFromJsonAsync<JsonElement>(at)).GetProperty("import");
            if (string.Equals(import.GetProperty("state").GetString(), state, StringComparison.OrdinalIgnoreCase)) return import;
            await Task.Delay(200);
        }
        throw new TimeoutException($"The import was not {state} within five minutes.");
    }

    /// <summary>A number of a district that the generator does not use, with a right check character.</summary>
    private static string IdNumber(DateOnly born, int number)
    {
        var text = string.Create(CultureInfo.InvariantCulture, $"990109{born:yyyyMMdd}{number / 25_000 * 100 + number % 97:000}");
        return text + "10X98765432"[text.Aggregate(0, (before, digit) => (before + digit - '0') * 2 % 11)];
    }
}

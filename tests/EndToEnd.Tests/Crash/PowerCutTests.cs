using System.Collections.Concurrent;
using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;
using Linli.Testing;

namespace Linli.EndToEnd.Tests.Crash;

public abstract class PowerCutTests(string kind)
{
    private const int Clients = 8;

    private static readonly string[] WhatACaseLeaves =
    [
        "SELECT count(*) FROM cases_history WHERE action = 'Receive' AND case_id = '{0}'",
        "SELECT count(*) FROM cases_search WHERE case_id = '{0}'",
        "SELECT count(*) / 3 FROM cases_decision WHERE case_id = '{0}'",
        "SELECT count(*) FROM platform_audit WHERE action = 'cases.receive' AND lower(subject) = lower('case/{0}')",
        "SELECT count(*) FROM platform_outbox WHERE name = 'cases.case-received.v1' AND lower(payload) LIKE lower('%{0}%')",
    ];

    [Fact]
    public async Task Every_acknowledged_case_is_there_once_and_whole_after_a_power_cut_in_the_middle_of_intake()
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await LinliProcess.RunAsync(database, "schema", "apply");
        await LinliProcess.RunAsync(database, "demo", "--cases", "0");
        var key = await LinliProcess.KeyAsync(database, "990101", "cases.report");

        var acknowledged = new ConcurrentDictionary<string, Guid>();
        var unanswered = new ConcurrentBag<string>();
        await using (var server = await LinliProcess.ServeAsync(database))
        {
            var clients = Enumerable.Range(0, Clients).Select(n => SendAsync(server.Address, key, n, acknowledged, unanswered)).ToList();
            while (acknowledged.Count < 100) await Task.Delay(20);
            await server.KillAsync();
            await Task.WhenAll(clients);
        }

        await using var again = await LinliProcess.ServeAsync(database);
        using var http = Client(again.Address, key);
        foreach (var word in unanswered)   // what a careful caller does: ask again under the same key
            acknowledged[word] = await PostAsync(http, word) ?? throw new InvalidOperationException("The repeated request failed.");
        foreach (var (word, id) in acknowledged.Take(10)) Assert.Equal(id, await PostAsync(http, word));

        Assert.Equal(acknowledged.Count, acknowledged.Values.Distinct().Count());
        Assert.Equal(acknowledged.Count, await database.CountAsync("SELECT count(*) FROM cases_case"));
        foreach (var id in acknowledged.Values)
            foreach (var trace in WhatACaseLeaves)
                Assert.Equal(1, await database.CountAsync(string.Format(CultureInfo.InvariantCulture, trace, kind == "sqlite" ? id.ToString().ToUpperInvariant() : id)));
        Assert.Contains(" 0 chains broken", await LinliProcess.RunAsync(database, "audit", "verify"), StringComparison.Ordinal);
    }

    private static async Task SendAsync(Uri address, string key, int client, ConcurrentDictionary<string, Guid> acknowledged, ConcurrentBag<string> unanswered)
    {
        using var http = Client(address, key);
        for (var i = 0; ; i++)
        {
            var word = $"{client}-{i}";
            try
            {
                if (await PostAsync(http, word) is { } id) acknowledged[word] = id;
                else throw new InvalidOperationException("A report was refused.");
            }
            catch (HttpRequestException)
            {
                unanswered.Add(word);
                return;
            }
        }
    }

    private static HttpClient Client(Uri address, string key)
    {
        var http = new HttpClient { BaseAddress = address };
        http.DefaultRequestHeaders.Authorization = new("Bearer", key);
        return http;
    }

    private static async Task<Guid?> PostAsync(HttpClient http, string word)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/cases") { Content = JsonContent.Create(new { text = $"路灯不亮，第 {word} 盏", phone = "10020000001" }) };
        request.Headers.Add("Idempotency-Key", word);
        using var response = await http.SendAsync(request);
        return response.IsSuccessStatusCode ? (await response.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetGuid() : null;
    }
}

public sealed class PowerCutOnSqlite() : PowerCutTests("sqlite");

public sealed class PowerCutOnPostgres() : PowerCutTests("postgres");

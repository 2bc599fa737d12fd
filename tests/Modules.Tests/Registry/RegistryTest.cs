using System.Net.Http.Json;
using System.Text.Json;
using Linli.Demo;
using Linli.Registry;
using Linli.Testing;

namespace Linli.Modules.Tests.Registry;

/// <summary>Records that a test makes where it needs them, and who works with them.</summary>
public abstract class RegistryTest(string database) : ModuleTest(database)
{
    protected const string Street = "990101001", OtherStreet = "990101002", Records = "/api/v1/registry/records";

    private static int people;

    /// <summary>A grid of a street.</summary>
    protected static string GridOf(string street) => SignIns.Plan.Divisions.First(d => d.Level is DemoLevel.Grid && d.Code.StartsWith(street, StringComparison.Ordinal)).Code;

    protected Task<HttpClient> ClerkAsync(string street = Street) => App.SignInAsync(App.DemoUser(DemoRole.StreetClerk, street));

    /// <summary>Somebody who walks the grid of a test.</summary>
    protected Task<HttpClient> WorkerAsync() => App.SignInAsync(App.DemoUser(DemoRole.GridWorker, Street));

    /// <summary>An identity number that no other test uses, with a right check character.</summary>
    protected static string NewIdNumber()
    {
        var number = Interlocked.Increment(ref people);
        var text = $"990102{new DateOnly(1950, 1, 1).AddDays(number):yyyyMMdd}{number % 1000:000}";
        var sum = text.Aggregate(0, (before, digit) => (before + digit - '0') * 2 % 11);
        return text + "10X98765432"[sum];
    }

    private protected static async Task<RecordDetails> AddAsync(HttpClient who, string type, object facts, string? division = null, DateOnly? validFrom = null, string? address = null)
    {
        var answer = await who.PostAsJsonAsync(Records, new { type, facts, divisionCode = division ?? GridOf(Street), validFrom, address, source = "visit" });
        return await ReadAsync(answer);
    }

    private protected static async Task<RecordDetails> DoAsync(HttpClient who, Guid id, string act, object command) => await ReadAsync(await who.PostAsJsonAsync($"{Records}/{id}/{act}", command));

    private protected static async Task<RecordDetails> GetAsync(HttpClient who, Guid id, string conditions = "") => await ReadAsync(await who.GetAsync($"{Records}/{id}{conditions}"));

    protected static async Task<string[]> FoundAsync(HttpClient who, string conditions) =>
        [.. (await who.GetFromJsonAsync<JsonElement>($"{Records}?{conditions}")).GetProperty("items").EnumerateArray().Select(i => i.GetProperty("id").GetString()!)];

    private static async Task<RecordDetails> ReadAsync(HttpResponseMessage answer)
    {
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        return (await answer.Content.ReadFromJsonAsync<RecordDetails>(Platform.Texts.Json.Readable))!;
    }
}

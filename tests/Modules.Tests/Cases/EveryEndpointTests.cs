using System.Net;
using System.Net.Http.Json;
using System.Text.RegularExpressions;
using Linli.Cases;
using Linli.Cases.ReceiveCase;
using Linli.Demo;
using Linli.Identity.Roles;
using Linli.Platform.Access;
using Linli.Platform.Data;
using Linli.Testing;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Linli.Modules.Tests.Cases;

/// <summary>
/// Walks every endpoint and page there is, with every role of one street, at a case of another street. New endpoints are
/// walked as soon as they exist.
/// </summary>
public abstract partial class EveryEndpointTests(string database) : ModuleTest(database)
{
    private const string OwnStreet = "990101004";   // what they do there disturbs no other test

    /// <summary>What ends sessions, what never ends by itself, and the screen that stands for all phones of a demonstration.</summary>
    private static readonly string[] NotWalked = ["/sign-out", "/live", "/demo/outbox"];

    [Fact]
    public async Task Nobody_of_one_street_sees_counts_finds_exports_or_changes_a_case_of_another()
    {
        var foreign = await FileAsync();
        var before = await TracesAsync(foreign.Id);
        var leaks = new List<string>();
        foreach (var (caller, client) in await CallersAsync())
            foreach (var (method, path) in Requests(foreign))
                foreach (var query in method == HttpMethod.Get ? Queries(foreign) : [""])
                {
                    using var request = new HttpRequestMessage(method, path + query);
                    if (method != HttpMethod.Get) request.Content = JsonContent.Create(Body(foreign));
                    using var answer = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
                    var text = await ReadAsync(answer);
                    if (Traces(foreign).Any(trace => text.Contains(trace, StringComparison.Ordinal) && !query.Contains(trace, StringComparison.Ordinal)))   // what one asked for may be repeated
                        leaks.Add($"{caller} {method} {path}{query} shows it");
                    if (answer.StatusCode is HttpStatusCode.InternalServerError) leaks.Add($"{caller} {method} {path}{query} breaks");
                    if (!answer.IsSuccessStatusCode) break;   // who may not open a page at all is not let in by a condition either
                }

        Assert.Empty(leaks);
        Assert.Equal(before, await TracesAsync(foreign.Id));
    }

    private static string Secret(ReceivedCase foreign) => "暗号" + foreign.Id.ToString("N")[..12];

    private static string[] Traces(ReceivedCase foreign) => [foreign.Number, Secret(foreign)];

    private async Task<ReceivedCase> FileAsync()
    {
        var place = SignIns.Plan.Places.First(p => p.GridCode.StartsWith("990101002", StringComparison.Ordinal));
        await using var scope = App.Services.CreateSystemScope("test");
        var handler = scope.ServiceProvider.GetRequiredService<ReceiveCaseHandler>();
        var result = await handler.HandleAsync(new() { Text = "别的街道的事", Longitude = place.At.Lon, Latitude = place.At.Lat, Phone = "10020000002", Name = "暗号人" }, CancellationToken.None);
        Assert.True(result.Succeeded(out var filed, out _));
        Assert.StartsWith("990101002", filed.DivisionCode, StringComparison.Ordinal);
        var db = scope.ServiceProvider.GetRequiredService<AppDb>();
        await using var work = await db.BeginAsync();
        await db.Cases.Where(c => c.Id == filed.Id).ExecuteUpdateAsync(set => set.SetProperty(c => c.Title, Secret(filed)).SetProperty(c => c.Text, Secret(filed)));
        await work.CommitAsync();
        return filed;
    }

    /// <summary>An API key per role, cut to the street, and the street's own people in their browsers.</summary>
    private async Task<List<(string Name, HttpClient Client)>> CallersAsync()
    {
        var callers = new List<(string, HttpClient)> { ("stranger", App.Stranger()) };
        foreach (var role in BaseRoles.All)
            callers.Add(("key of " + role.Code, await App.ApiKeyAsync(OwnStreet, role.Permissions)));
        foreach (var role in (string[])[DemoRole.StreetClerk, DemoRole.Handler, DemoRole.GridWorker])
            callers.Add((role, await App.SignInAsync(App.DemoUser(role, OwnStreet))));
        return callers;
    }

    private IEnumerable<(HttpMethod, string)> Requests(ReceivedCase foreign) =>
        from endpoint in App.Services.GetServices<EndpointDataSource>().SelectMany(s => s.Endpoints).OfType<RouteEndpoint>()
        let pattern = "/" + endpoint.RoutePattern.RawText!.TrimStart('/')
        where !NotWalked.Any(n => pattern.StartsWith(n, StringComparison.Ordinal)) && !pattern.Contains("**", StringComparison.Ordinal)
        let methods = endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? ["GET"]
        from method in methods
        where method is "GET" or "POST" or "PUT" or "DELETE" or "PATCH"
        select (new HttpMethod(method), Parameter().Replace(pattern, _ => foreign.Id.ToString()));

    /// <summary>Ways of asking a list for it, the first without any; other pages ignore them.</summary>
    private static string[] Queries(ReceivedCase foreign) =>
        ["", $"?q={Secret(foreign)}", $"?q={foreign.Number}", $"?division={foreign.DivisionCode}", "?state=received&sort=-received&size=200"];

    private static object Body(ReceivedCase foreign) => new
    {
        version = 1,
        remark = "越界",
        reason = "越界",
        passed = true,
        caseId = foreign.Id,
        unitId = foreign.UnitId,
        categoryCode = foreign.CategoryCode,
        divisionCode = OwnStreet,
    };

    private static async Task<string> ReadAsync(HttpResponseMessage answer) =>
        answer.Content.Headers.ContentType?.MediaType is "text/event-stream" ? "" : await answer.Content.ReadAsStringAsync();

    private async Task<(int Version, int History, int Audit)> TracesAsync(Guid id)
    {
        await using var scope = App.Services.CreateSystemScope("test");
        var db = scope.ServiceProvider.GetRequiredService<AppDb>();
        return ((await db.Cases.AsNoTracking().SingleAsync(c => c.Id == id)).Version,
            await db.History.CountAsync(h => h.CaseId == id),
            await db.Set<Platform.Audit.AuditEntry>().CountAsync(a => a.Subject == $"case/{id}"));
    }

    [GeneratedRegex(@"\{[^}]+\}", RegexOptions.NonBacktracking)]
    private static partial Regex Parameter();
}

public sealed class EveryEndpointOnSqlite() : EveryEndpointTests("sqlite");

public sealed class EveryEndpointOnPostgres() : EveryEndpointTests("postgres");

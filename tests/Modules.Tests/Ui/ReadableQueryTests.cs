using System.Net;
using System.Reflection;
using Linli.Demo;
using Linli.Testing;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Endpoints;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Linli.Modules.Tests.Ui;

public sealed class ReadableQueryTests() : ModuleTest("sqlite")
{
    [Fact]
    public async Task What_an_address_says_of_a_number_a_day_or_a_key_and_is_none_breaks_no_page()
    {
        var pages = App.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Select(endpoint => (Address: endpoint.RoutePattern.RawText!, Page: endpoint.Metadata.GetMetadata<ComponentTypeMetadata>()?.Type))
            .Where(found => found.Page is not null && !found.Address.Contains('{', StringComparison.Ordinal))
            .Select(found => (found.Address, Words: found.Page!.GetProperties(BindingFlags.Instance | BindingFlags.NonPublic | BindingFlags.Public)
                .Where(p => p.PropertyType != typeof(string)).Select(p => (p, p.GetCustomAttribute<SupplyParameterFromQueryAttribute>())).Where(p => p.Item2 is not null).Select(p => p.Item2!.Name ?? p.p.Name).ToList()))
            .Where(found => found.Words.Count > 0).DistinctBy(found => found.Address).ToList();
        Assert.True(pages.Count >= 15, $"{pages.Count} pages");
        foreach (var role in new[] { DemoRole.DistrictClerk, DemoRole.Admin })
        {
            var reader = await App.SignInAsync(App.DemoUser(role));
            foreach (var (address, words) in pages)
                foreach (var nonsense in new[] { "abc", "", "99999999999" })
                {
                    var answer = await reader.GetAsync("/" + address.TrimStart('/') + "?" + string.Join('&', words.Select(word => $"{word}={nonsense}")));
                    Assert.True(answer.StatusCode is not HttpStatusCode.InternalServerError, $"{address} with {nonsense}");
                }
        }
        var clerk = await App.SignInAsync(App.DemoUser(DemoRole.DistrictClerk));
        Assert.Equal((await clerk.PageAsync("/desk/cases?q=x")).QuerySelector("main")!.TextContent, (await clerk.PageAsync("/desk/cases?q=x&page=abc")).QuerySelector("main")!.TextContent);   // the rest of it is read
    }
}

using System.Reflection;
using Linli.Testing;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Linli.Architecture.Tests;

public sealed class EndpointTests
{
    /// <summary>The framework's own, for a script that we do not use; refused to everybody.</summary>
    private const string FrameworkOwn = "Blazor Opaque Redirection";

    [Fact]
    public async Task Every_endpoint_names_its_policy_or_says_that_it_is_public()
    {
        var app = await LinliApp.SharedAsync("sqlite");
        var endpoints = app.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>().ToList();
        Assert.NotEmpty(endpoints);
        Assert.Equal([], endpoints.Where(e => !SaysWhoMayCome(e) && e.DisplayName != FrameworkOwn).Select(e => e.DisplayName));
    }

    [Fact]
    public void Every_page_names_its_policy_or_says_that_it_is_public() =>
        Assert.Equal([], Parts.Assemblies.SelectMany(a => a.GetTypes())
            .Where(t => t.GetCustomAttributes<RouteAttribute>().Any())
            .Where(t => t.GetCustomAttribute<AllowAnonymousAttribute>() is null && t.GetCustomAttributes<AuthorizeAttribute>().All(a => a.Policy is null))
            .Select(t => t.FullName));

    private static bool SaysWhoMayCome(RouteEndpoint endpoint) =>
        endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null
        || endpoint.Metadata.GetOrderedMetadata<IAuthorizeData>().Any(a => a.Policy is not null)
        || endpoint.Metadata.GetMetadata<AuthorizationPolicy>() is not null;
}

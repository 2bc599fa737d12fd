using System.Collections.Concurrent;
using System.Globalization;
using System.Reflection;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Endpoints;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace Linli.Platform.Web;

/// <summary>
/// Addresses of pages are typed, cut short and pasted together. What stands in one for a number, a day, a key or a truth and is none, or is left
/// open, counts as not said: Blazor would end the page with a fault.
/// </summary>
public static class ReadableQueries
{
    private static readonly Dictionary<Type, Predicate<string>> Readings = new()
    {
        [typeof(int)] = text => int.TryParse(text, CultureInfo.InvariantCulture, out _),
        [typeof(Guid)] = text => Guid.TryParse(text, out _),
        [typeof(DateOnly)] = text => DateOnly.TryParse(text, CultureInfo.InvariantCulture, out _),
        [typeof(bool)] = text => bool.TryParse(text, out _),
    };

    private static readonly ConcurrentDictionary<Type, Dictionary<string, Predicate<string>>> Pages = [];

    /// <summary>Leaves out of an address what its page cannot read.</summary>
    public static IApplicationBuilder UseReadableQueries(this IApplicationBuilder app) => app.Use((http, next) =>
    {
        if (http.Request.Query.Count > 0 && http.GetEndpoint()?.Metadata.GetMetadata<ComponentTypeMetadata>() is { Type: var page })
        {
            var readings = Pages.GetOrAdd(page, ReadingsOf);
            if (http.Request.Query.Any(said => !IsReadable(said, readings))) http.Request.QueryString = QueryString.Create(http.Request.Query.Where(said => IsReadable(said, readings)));
        }
        return next(http);
    });

    private static bool IsReadable(KeyValuePair<string, StringValues> said, Dictionary<string, Predicate<string>> readings) =>
        !readings.TryGetValue(said.Key, out var reads) || said.Value.All(value => reads(value ?? ""));

    private static Dictionary<string, Predicate<string>> ReadingsOf(Type page)
    {
        var readings = new Dictionary<string, Predicate<string>>(StringComparer.OrdinalIgnoreCase);
        foreach (var property in page.GetProperties(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic))
            if (property.GetCustomAttribute<SupplyParameterFromQueryAttribute>() is { } query && Readings.TryGetValue(Single(property.PropertyType), out var reads)) readings[query.Name ?? property.Name] = reads;
        return readings;
    }

    private static Type Single(Type type) => type.GetElementType() is { } element ? Single(element) : Nullable.GetUnderlyingType(type) ?? type;
}

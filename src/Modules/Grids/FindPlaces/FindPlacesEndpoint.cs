using System.Globalization;
using Linli.Addresses;
using Linli.Contracts.Addresses;
using Linli.Contracts.Grids;
using Linli.Platform.Problems;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Linli.Grids;

/// <summary>A suggestion as one types, in the form that the type-ahead reads.</summary>
/// <param name="Value">Longitude and latitude with a comma between.</param>
/// <param name="Text">The name.</param>
/// <param name="Note">Address, or the division in words.</param>
/// <param name="Lon">Degrees east, WGS-84.</param>
/// <param name="Lat">Degrees north, WGS-84.</param>
internal sealed record PlaceSuggestion(string Value, string Text, string Note, double Lon, double Lat);

internal static class FindPlacesEndpoint
{
    private const int Most = 10;
    private const int LongestQuery = 100;

    /// <summary>Known places whose name or address has the words; after them standard addresses down to the building, as far as it is known where they lie.</summary>
    public static async Task<Results<Ok<IReadOnlyList<PlaceSuggestion>>, ProblemResult>> Get(string? q, IPlaces places, IAddresses addresses, IDivisions divisions, CancellationToken ct)
    {
        if (q is { Length: > LongestQuery }) return new ProblemResult(Problem.Invalid("q", "grids.query-too-long"));
        var found = await places.SearchAsync(q ?? "", "", Most, ct);
        var named = found.Select(place => Suggestion(place.Name, place.Address.Length > 0 ? place.Address : divisions.PathOf(place.DivisionCode), place.Longitude, place.Latitude));
        var written = found.Count == Most ? [] : addresses.Suggest(q ?? "", "", Most, AddressLevel.Building)
            .Where(hit => hit.Longitude is not null && !found.Any(place => hit.Text.EndsWith(place.Name, StringComparison.Ordinal))).Select(hit => Suggestion(hit.Text, divisions.PathOf(hit.DivisionCode), hit.Longitude!.Value, hit.Latitude!.Value));
        return TypedResults.Ok<IReadOnlyList<PlaceSuggestion>>([.. named.Concat(written).Take(Most)]);
    }

    private static PlaceSuggestion Suggestion(string name, string note, double longitude, double latitude) =>
        new(string.Create(CultureInfo.InvariantCulture, $"{longitude},{latitude}"), name, note, longitude, latitude);
}

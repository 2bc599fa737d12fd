using Linli.Contracts.Grids;
using Linli.Platform.Data;
using Linli.Text;
using Microsoft.EntityFrameworkCore;

namespace Linli.Grids;

/// <summary>Places in one state, searched from end to end: a district has some tens of thousands.</summary>
internal sealed class PlaceIndex(IReadOnlyList<Place> places)
{
    private readonly (Place Place, string Name, string All)[] entries =
        [.. places.Select(place => (place, SearchTokens.ForIndex(place.Name), SearchTokens.ForIndex($"{place.Name} {place.Address}")))];

    /// <summary>All of them, in order of name.</summary>
    public IReadOnlyList<Place> All { get; } = places;

    public static async Task<PlaceIndex> ReadAsync(AppDb db, CancellationToken ct) =>
        new([.. (await db.Places.AsNoTracking().OrderBy(p => p.Name).ToListAsync(ct))
            .Select(p => new Place(p.Name, p.Address, p.DivisionCode, p.Longitude, p.Latitude))]);

    /// <summary>Places that hold every token of the text: the same name first, then names that begin with it, then names with it, then addresses; shorter names first.</summary>
    public IReadOnlyList<Place> Search(string text, string divisionPrefix, int most)
    {
        var tokens = SearchTokens.ForQuery(text);
        if (tokens.Count == 0) return [];
        return [.. entries
            .Where(entry => entry.Place.DivisionCode.StartsWith(divisionPrefix, StringComparison.Ordinal) && tokens.All(token => entry.All.Contains(token, StringComparison.Ordinal)))
            .OrderBy(entry => Rank(entry, text.Trim(), tokens)).ThenBy(entry => entry.Place.Name.Length).ThenBy(entry => entry.Place.Name, StringComparer.Ordinal)
            .Take(most).Select(entry => entry.Place)];
    }

    private static int Rank((Place Place, string Name, string All) entry, string text, IReadOnlyList<string> tokens) =>
        entry.Place.Name == text ? 0
        : entry.Place.Name.StartsWith(text, StringComparison.Ordinal) ? 1
        : tokens.All(token => entry.Name.Contains(token, StringComparison.Ordinal)) ? 2
        : 3;
}

/// <summary>The newest state of the places.</summary>
internal sealed class Places(Snapshot<PlaceIndex> snapshot) : IPlaces
{
    public Task<IReadOnlyList<Place>> SearchAsync(string text, string divisionPrefix, int most, CancellationToken ct) =>
        Task.FromResult(snapshot.Value.Search(text, divisionPrefix, most));
}

using Linli.Addresses;
using Linli.Contracts.Addresses;
using Linli.Contracts.Grids;
using Linli.Geo;
using Linli.Platform.Access;
using Linli.Platform.Data;
using Linli.Platform.Time;
using Microsoft.Extensions.DependencyInjection;

namespace Linli.StandardAddresses;

/// <summary>Answers from the library in memory, and from the database where a code or key is asked for.</summary>
internal sealed class AddressBook(AddressMemory memory, IDivisions divisions, IServiceProvider services, SiteTime site, TimeProvider clock) : IAddresses
{
    /// <summary>Of a grid the library knows only the community; so many times as many are looked at there.</summary>
    private const int More = 8;

    /// <summary>No plate has more digits; a phone number has.</summary>
    private const int LongestNumber = 6;

    public bool Ready => memory.Library is not null;

    public AddressReading Match(string text, string divisionPrefix = "", int most = 5, AddressLevel deepest = AddressLevel.Room)
    {
        if (memory.Library is not { } library || !Scope(divisionPrefix, out var within, out var exact)) return new(null, null, []);
        var match = library.Match(text, exact ? most : most * More, within, deepest);
        var choices = match.Candidates.Select(Choice).Where(choice => exact || Lies(choice.Address, divisionPrefix)).Take(most).ToList();
        var best = match.Best is { } one ? choices.Find(choice => choice.Address.Id == one.Id) : null;
        return new(Written(match.Parsed), best, choices);
    }

    public IReadOnlyList<AddressHit> Suggest(string typed, string divisionPrefix, int most, AddressLevel deepest = AddressLevel.Room)
    {
        if (memory.Library is not { } library || !Scope(divisionPrefix, out var within, out var exact)) return [];
        var found = library.Suggest(typed, exact ? most : most * More, within, deepest).Where(s => s.Id != default && s.Level > AddressLevel.Grid)
            .Select(s => Hit(s.Id, s.Level, s.Text, s.Position, s.Division));
        return [.. found.Where(hit => exact || Lies(hit, divisionPrefix)).Take(most)];
    }

    public IEnumerable<PlacedBuilding> Standing(BoundingBox box) => memory.Buildings.Within(box).Select(building => new PlacedBuilding(building.Id, building.At));

    public async Task<Address?> FindAsync(string code, CancellationToken ct)
    {
        await using var scope = services.CreateSystemScope("addresses");
        return await StoredAddresses.FindAsync(scope.ServiceProvider.GetRequiredService<AppDb>(), code, divisions, site.Date(clock.GetUtcNow()), ct);
    }

    public async Task<IReadOnlyDictionary<Guid, Address>> FindAsync(IReadOnlyCollection<Guid> ids, CancellationToken ct)
    {
        await using var scope = services.CreateSystemScope("addresses");
        return await StoredAddresses.FindAsync(scope.ServiceProvider.GetRequiredService<AppDb>(), ids, divisions, site.Date(clock.GetUtcNow()), ct);
    }

    /// <summary>Where the library shall look; false where the prefix is no known division. Of a grid it looks in what lies above, and what is found is not exact.</summary>
    private bool Scope(string prefix, out Guid? within, out bool exact)
    {
        (within, exact) = (null, true);
        if (prefix.Length == 0) return true;
        if (divisions.Find(prefix) is not { } division) return false;
        exact = division.Level < DivisionLevel.Grid;
        if ((exact ? division.Code : division.ParentCode) is not { } code) return false;
        within = DivisionKey.Of(code);
        return true;
    }

    private static bool Lies(AddressHit hit, string prefix) => hit.DivisionCode.StartsWith(prefix, StringComparison.Ordinal);

    private AddressChoice Choice(AddressCandidate candidate) =>
        new(Hit(candidate.Id, candidate.Level, candidate.Address.ToString(), candidate.Position, candidate.Division), candidate.Score, candidate.Reasons);

    private AddressHit Hit(Guid id, AddressLevel level, string text, (double Lon, double Lat)? position, Guid? division)
    {
        var above = division is { } key ? DivisionKey.CodeOf(key) : "";
        var grid = position is { } at ? divisions.Locate(at.Lon, at.Lat)?.Code : null;
        return new(id, level, text, grid is not null && grid.StartsWith(above, StringComparison.Ordinal) ? grid : above, position?.Lon, position?.Lat);
    }

    /// <summary>
    /// What a clerk can make something of: an estate, or a road or village with a number. Nothing but what was read as a level is kept, and no room, so that it
    /// tells of no person; the written text may.
    /// </summary>
    private static string? Written(ParsedAddress parsed)
    {
        var parts = parsed.Parts.Where(part => part.Level <= AddressLevel.Building && (part.Level.IsCalled() || part.Value.Length <= LongestNumber)).ToList();
        var (estate, street, number) = (Has(AddressLevel.Estate), Has(AddressLevel.Road) || Has(AddressLevel.Village), Has(AddressLevel.Number) || Has(AddressLevel.Building));
        return estate || street && number ? StandardAddress.Of([.. parts.Select(part => (part.Level, part.Value))]).ToString() : null;

        bool Has(AddressLevel level) => parts.Exists(part => part.Level == level);
    }
}

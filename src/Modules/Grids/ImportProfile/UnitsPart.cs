using System.Text.RegularExpressions;
using Linli.Contracts.Grids;
using Linli.Platform.Import;

namespace Linli.Grids;

/// <summary>The part <c>units</c> of a profile.</summary>
internal sealed record UnitsPart
{
    public required string File { get; init; }
    public required string Id { get; init; }
    public required string Name { get; init; }

    /// <summary>What stands where there is no unit.</summary>
    public string None { get; init; } = "";

    /// <summary>Kinds by pattern (regular expression) of the name; the first that fits speaks.</summary>
    public required IReadOnlyList<UnitKindPattern> Kinds { get; init; }

    /// <summary>The kind where no pattern fits.</summary>
    public UnitKind OtherKind { get; init; } = UnitKind.Bureau;

    /// <summary>Words of a name that mean a place: the key of <see cref="ProfilePlaces.Codes"/>. Longer words speak first.</summary>
    public Dictionary<string, string> PlaceWords { get; init; } = [];

    /// <summary>What kind of unit somebody with one of these names is.</summary>
    public UnitKind KindOf(IEnumerable<string> names) =>
        Kinds.FirstOrDefault(kind => names.Any(name => Regex.IsMatch(name, kind.Pattern, RegexOptions.None, TimeSpan.FromSeconds(1))))?.Kind ?? OtherKind;

    /// <summary>The place a unit with one of these names serves; the district when the names say none.</summary>
    public string DivisionOf(IReadOnlyCollection<string> names, ProfilePlaces places)
    {
        var words = places.Codes.Select(known => (Word: known.Key[(known.Key.IndexOf('/', StringComparison.Ordinal) + 1)..], Code: known.Value))
            .Concat(PlaceWords.Where(word => places.Codes.ContainsKey(word.Value)).Select(word => (Word: word.Key, Code: places.Codes[word.Value])));
        return words.Where(w => names.Any(name => name.Contains(w.Word, StringComparison.Ordinal)))
            .OrderByDescending(w => w.Code.Length).ThenByDescending(w => w.Word.Length)
            .Select(w => w.Code).FirstOrDefault(places.District);
    }
}

/// <summary>Names that tell a kind.</summary>
internal sealed record UnitKindPattern(string Pattern, UnitKind Kind);

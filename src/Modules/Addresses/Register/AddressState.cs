using System.Globalization;
using Linli.Addresses;

namespace Linli.StandardAddresses;

/// <summary>What can change of an address, its other names included.</summary>
internal sealed record AddressState
{
    private const string Between = "、";

    public required string Name { get; init; }
    public IReadOnlyList<string> Aliases { get; init; } = [];
    public IReadOnlyList<string> OldNames { get; init; } = [];
    public required string DivisionCode { get; init; }
    public double? Longitude { get; init; }
    public double? Latitude { get; init; }
    public DateOnly? ValidFrom { get; init; }
    public DateOnly? ValidUntil { get; init; }

    public static AddressState Of(AddressRow row, IEnumerable<AddressName> names)
    {
        var byKind = names.ToLookup(name => name.Kind, name => name.Name);
        return new()
        {
            Name = row.Name, DivisionCode = row.DivisionCode, Longitude = row.Longitude, Latitude = row.Latitude, ValidFrom = row.ValidFrom, ValidUntil = row.ValidUntil,
            Aliases = [.. byKind[NameKind.Alias].Order(StringComparer.Ordinal)], OldNames = [.. byKind[NameKind.Old].Order(StringComparer.Ordinal)],
        };
    }

    /// <summary>The other names as they are stored; an old name that somebody also calls an alias is an old one.</summary>
    public IEnumerable<AddressName> NamesOf(AddressRow row) =>
        OldNames.Select(name => (Name: name, Kind: NameKind.Old)).Concat(Aliases.Select(name => (Name: name, Kind: NameKind.Alias)))
            .Where(name => name.Name != row.Name).DistinctBy(name => name.Name, StringComparer.Ordinal)
            .Select(name => new AddressName { AddressId = row.Id, Name = name.Name, Kind = name.Kind });

    /// <summary>Several names as people write them: one a line, or with 、 between.</summary>
    public static IReadOnlyList<string> Names(string? written) =>
        [.. (written ?? "").Split(['、', '\n', '\r', ',', '，', '|'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Distinct(StringComparer.Ordinal)];

    /// <summary>Names as they are shown; null when there are none.</summary>
    public static string? Written(IReadOnlyList<string> names) => names.Count == 0 ? null : string.Join(Between, names);

    /// <summary>Its facts in words, by the name that each has in the history.</summary>
    public IEnumerable<(string Fact, string? Words)> InWords() =>
    [
        ("name", Name), ("aliases", Written(Aliases)), ("old-names", Written(OldNames)), ("division", DivisionCode), ("position", Position(Longitude, Latitude)),
        ("valid-from", Day(ValidFrom)), ("valid-until", Day(ValidUntil)),
    ];

    /// <summary>Degrees east and north with six decimals, a tenth of a metre.</summary>
    public static string? Position(double? longitude, double? latitude) =>
        longitude is null || latitude is null ? null : string.Create(CultureInfo.InvariantCulture, $"{longitude:0.000000}, {latitude:0.000000}");

    /// <summary>A day in ISO 8601.</summary>
    public static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}

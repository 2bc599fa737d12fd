using System.Globalization;

namespace Linli.Platform.Import;

/// <summary>How a line of another system names its street and community, and which statistical codes these have.</summary>
public sealed class ProfilePlaces
{
    private const int MadeUpFrom = 900, MadeUpCount = 100;

    /// <summary>Code of the district everything lies in.</summary>
    public required string District { get; init; }

    /// <summary>Name of the district.</summary>
    public required string DistrictName { get; init; }

    /// <summary>Columns of the street.</summary>
    public required KeyColumns Street { get; init; }

    /// <summary>Columns of the community.</summary>
    public required KeyColumns Community { get; init; }

    /// <summary>Endings that official names have and this system's have not, such as 居委会.</summary>
    public IReadOnlyList<string> Endings { get; init; } = [];

    /// <summary>Official codes by name: <c>街道</c> and <c>街道/社区</c>.</summary>
    public Dictionary<string, string> Codes { get; init; } = [];

    /// <summary>Learns codes from an official list with the columns code and name.</summary>
    public void Learn(IEnumerable<TableLine> official)
    {
        var streets = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var line in official.Where(line => line["code"].StartsWith(District, StringComparison.Ordinal)).OrderBy(line => line["code"].Length))
        {
            var (code, name) = (line["code"], Trim(line["name"]));
            if (code.Length == 9) Codes[streets[code] = name] = code;
            else if (code.Length == 12 && streets.TryGetValue(code[..9], out var street)) Codes[$"{street}/{name}"] = code;
        }
    }

    /// <summary>
    /// The code of the place a line names: community, else street, else district. A name without an official code gets one
    /// made from the other system's key, from 900 up, where official codes do not reach.
    /// </summary>
    /// <returns>Null where neither name nor key leads to a code.</returns>
    public string? CodeOf(TableLine line)
    {
        var (street, community) = (Trim(line[Street.Name]), Trim(line[Community.Name]));
        if (street.Length == 0) return District;
        var above = Codes.GetValueOrDefault(street) ?? MadeUp(District, line[Street.Id]);
        if (community.Length == 0 || above is null) return above;
        return Codes.GetValueOrDefault($"{street}/{community}") ?? MadeUp(above, line[Community.Id]);
    }

    private string Trim(string name) =>
        Endings.FirstOrDefault(ending => name.EndsWith(ending, StringComparison.Ordinal)) is { } ending ? name[..^ending.Length] : name;

    private static string? MadeUp(string parent, string key) =>
        int.TryParse(key, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? string.Create(CultureInfo.InvariantCulture, $"{parent}{MadeUpFrom + number % MadeUpCount}") : null;
}

/// <summary>The columns that hold key and name of something.</summary>
/// <param name="Id">Column of the key.</param>
/// <param name="Name">Column of the name.</param>
public sealed record KeyColumns(string Id, string Name);

using System.Globalization;

namespace Linli.Demo;

/// <summary>The ways into the district: its own, seven of each street, two of each community.</summary>
internal static class Lines
{
    public static IReadOnlyList<DemoChannel> Lay(Land land, Offices offices)
    {
        var lists = WordList.Sections("channels");
        return
        [
            .. lists["district"].Select(line => Read(line, "", "", "", offices)),
            .. land.Streets.SelectMany(street => lists["street"].Select(line => Read(line, $"s{street.Code[6..]}-", street.Name, street.Code, offices))),
            .. land.Communities.SelectMany(community => lists["community"].Select(line => Read(line, $"c{community.Code[6..]}-", community.Name, community.Code[..9], offices))),
        ];
    }

    private static DemoChannel Read(string line, string prefix, string place, string street, Offices offices)
    {
        var columns = WordList.Columns(line);
        return new(
            prefix + columns[0], columns[1], offices[columns[5], street].Code, Number(columns[2]), Number(columns[3]), columns[4] == "yes",
            columns[6].Replace("{place}", place, StringComparison.Ordinal), columns[7].Replace("{place}", place, StringComparison.Ordinal));
    }

    private static int? Number(string text) => text == "-" ? null : int.Parse(text, CultureInfo.InvariantCulture);
}

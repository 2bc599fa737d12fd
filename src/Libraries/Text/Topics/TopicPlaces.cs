using System.Text.RegularExpressions;

namespace Linli.Text;

/// <summary>Finds places by how Chinese places end: 丽发新城, 劳动东路, A2区.</summary>
internal static partial class TopicPlaces
{
    /// <summary>The district and the place within it that most reports name, if at least a third does; empty when none is named so often.</summary>
    public static string MostNamed(IReadOnlyList<CaseText> texts) => Most(texts, District()) + Most(texts, Within());

    static string Most(IReadOnlyList<CaseText> texts, Regex kind)
    {
        var most = texts.SelectMany(text => Named(text, kind)).GroupBy(x => x.Name, StringComparer.Ordinal)
            .OrderByDescending(x => x.Count()).ThenBy(x => x.Average(y => y.Order)).FirstOrDefault();
        return most is not null && most.Count() * 3 >= texts.Count ? most.Key : "";
    }

    /// <summary>Every name once, in the order in which they stand.</summary>
    static IEnumerable<(string Name, int Order)> Named(CaseText text, Regex kind)
        => kind.Matches(TopicVector.Joined(text)).Select(x => x.Value).Distinct(StringComparer.Ordinal).Select((x, i) => (x, i));

    [GeneratedRegex("[A-Z][0-9]+[区县]|(?<=[市省，。\\s]|^)(?!小区|社区)[\\u4E00-\\u9FFF]{2}[区县]", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex District();

    /// <summary>What comes before the name ends with one of some letters, and the name holds none of those that names hardly ever hold.</summary>
    [GeneratedRegex("(?<=[市区县镇在于位对诉报议询求的和与至到、，。（(“\\s]|^|街道|反映|关于)[\\u4E00-\\u9FFFA-Z0-9-[市区县镇在于位对的是有和与及其至到我们被把为不如已将可让请快附近配套政府等从向开]]{2,7}?" +
        "(小区|社区|新城|花园|广场|大厦|国际|公寓|街道|大道|公园|小学|中学|学院|医院|市场|[路苑城湾滩府村园])(?![\\u4E00-\\u9FFF]?[苑园区])",
        RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Within();
}

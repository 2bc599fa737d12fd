using System.Globalization;

namespace Linli.Demo;

/// <summary>Something that many report for a while: a part of all cases between two points of the period, in one corner of the district.</summary>
internal sealed record HotIssue(string Title, Leaf Leaf, double Share, double From, double To)
{
    /// <summary>How many places, in order of their grids, make the corner.</summary>
    public const int Places = 14;

    public static HotIssue[] Read(Voice voice, Taxonomy taxonomy) => [.. voice.All("hot").Select(line =>
    {
        var columns = WordList.Columns(line);
        double Number(int i) => double.Parse(columns[i], CultureInfo.InvariantCulture);
        return new HotIssue(columns[0], taxonomy.Leaves.Single(l => l.Category.Name == columns[1]), Number(2), Number(3), Number(4));
    })];
}

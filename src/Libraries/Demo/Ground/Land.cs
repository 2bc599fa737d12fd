namespace Linli.Demo;

/// <summary>The division tree with names, codes and outlines.</summary>
internal sealed class Land
{
    public const string City = "990100", District = "990101";

    public List<DemoDivision> Divisions { get; } = [];
    public DemoDivision[] Streets => Of(DemoLevel.Street);
    public DemoDivision[] Communities => Of(DemoLevel.Community);
    public DemoDivision[] Grids => Of(DemoLevel.Grid);

    private readonly Mesh _mesh;

    public Land(int seed, int grids)
    {
        var survey = new Survey(seed, grids);
        _mesh = survey.Mesh;
        var names = WordList.Sections("names");
        var (streets, communities) = (names["streets"][0].Split(' '), names["communities"][0].Split(' '));

        int[] all = [.. survey.Tree.SelectMany(s => s).SelectMany(c => c)];
        Add(City, null, DemoLevel.City, "示例市", all);
        Add(District, City, DemoLevel.District, "临溪区", all);
        var named = 0;
        foreach (var (s, street) in survey.Tree.Index())
        {
            var streetCode = Add($"{District}{s + 1:000}", District, DemoLevel.Street, streets[s], [.. street.SelectMany(c => c)]);
            foreach (var (c, community) in street.Index())
                AddCommunity($"{streetCode}{c + 1:000}", streetCode, communities[named++], community);
        }
    }

    private void AddCommunity(string code, string street, string name, int[] grids)
    {
        Add(code, street, DemoLevel.Community, name + "社区", grids);
        foreach (var (g, cell) in grids.Index())
            Add($"{code}{g + 1:000}", code, DemoLevel.Grid, $"{name}第{ChineseNumber.Write(g + 1)}网格", [cell]);
    }

    private string Add(string code, string? parent, DemoLevel level, string name, int[] cells)
    {
        var outline = _mesh.Outline(cells);
        // The middle of a bent union may lie outside it; the middle of its nearest cell does not.
        var middle = Ring.Centroid(outline);
        var centre = cells.Select(c => Ring.Centroid(_mesh.Outline([c]))).MinBy(c => c.SquareTo(middle));
        DemoPoint[] ring = [.. outline.Append(outline[0]).Select(v => v.ToPoint())];
        Divisions.Add(new(code, parent, level, name, centre.ToPoint(), ring));
        return code;
    }

    private DemoDivision[] Of(DemoLevel level) => [.. Divisions.Where(d => d.Level == level)];
}

namespace Linli.Demo;

/// <summary>
/// Reads the taxonomy: <c>=</c> field, <c>#</c> main type (law, standard), <c>!</c> harms, <c>##</c> sub type
/// (lead, limit, scene, law when its own), then its leaves (a trailing ! is urgent).
/// </summary>
internal sealed class Taxonomy
{
    private readonly int[] _counts = new int[5];
    private string[] _mainType = [], _harms = [];
    private SubType? _subType;

    public List<DemoCategory> Categories { get; } = [];
    public List<SubType> SubTypes { get; } = [];
    public List<Leaf> Leaves { get; } = [];

    public Taxonomy()
    {
        foreach (var line in new[] { "taxonomy-1", "taxonomy-2", "taxonomy-3" }.SelectMany(WordList.Lines))
            Read(line.TrimStart('=', '#', '!', ' '), line[..2]);
    }

    private void Read(string rest, string mark)
    {
        var columns = WordList.Columns(rest);
        switch (mark)
        {
            case "= ": Add(1, columns); break;
            case "# ": Add(2, columns); _mainType = columns; break;
            case "! ": _harms = rest.Split(" / "); break;
            case "##":
                var scene = Enum.Parse<PhotoScene>(columns[4], ignoreCase: true);
                var law = columns.Length > 5 ? columns[5] : _mainType[2];
                _subType = new(Add(3, columns), columns[2], DemoLimit.Parse(columns[3]), scene, _mainType[3], law, _harms);
                SubTypes.Add(_subType);
                break;
            default:
                Phrase[] phrases = [.. columns[3].Split(" / ").Select(p => new Phrase(p))];
                Leaves.Add(new(Add(4, columns, columns[2].Split(',')), _subType!, phrases));
                break;
        }
    }

    private DemoCategory Add(int level, string[] columns, params string[] keywords)
    {
        _counts[level]++;
        _counts.AsSpan(level + 1).Clear();
        string Code(int depth) => string.Concat(_counts[1..(depth + 1)].Select(n => $"{n:00}"));
        var category = new DemoCategory(Code(level), level == 1 ? null : Code(level - 1), level,
            columns[0].TrimEnd('!'), columns[1], keywords, columns[0].EndsWith('!'));
        Categories.Add(category);
        return category;
    }
}

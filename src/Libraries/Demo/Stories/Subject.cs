namespace Linli.Demo;

/// <summary>What a case is about, before anybody has put it in words.</summary>
internal readonly record struct Subject(Leaf Leaf, int Place, string? HotIssue, long? Group);

/// <summary>
/// Chooses what the cases are about: common things often, rare things seldom; a few hot issues; and in most blocks of 48
/// cases one matter that several people report.
/// </summary>
internal sealed class Subjects
{
    private const int Block = 48;
    private readonly (int Seed, long Cases, int Places) _size;
    private readonly Leaf[] _leaves;
    private readonly double[] _before;
    private readonly (HotIssue Issue, int Place)[] _hot;

    public Subjects(int seed, long cases, int places, Taxonomy taxonomy, HotIssue[] hot)
    {
        _size = (seed, cases, places);
        var dice = Dice.For(seed, Draw.Leaves);
        _leaves = [.. taxonomy.Leaves];
        for (var i = _leaves.Length - 1; i > 0; i--)
        {
            var other = dice.Below(i + 1);
            (_leaves[i], _leaves[other]) = (_leaves[other], _leaves[i]);
        }
        _before = new double[_leaves.Length];
        for (var i = 1; i < _before.Length; i++) _before[i] = _before[i - 1] + Math.Pow(i + 12, -0.9);
        _hot = new (HotIssue, int)[hot.Length];
        for (var i = 0; i < hot.Length; i++) _hot[i] = (hot[i], dice.Below(places));
    }

    public Subject Choose(long index, ref Dice dice)
    {
        if (Group(index) is { } shared) return shared;
        var part = (double)index / _size.Cases;
        foreach (var (issue, place) in _hot)
            if (part >= issue.From && part < issue.To && dice.Chance(issue.Share))
                return new(issue.Leaf, (place + dice.Below(HotIssue.Places)) % _size.Places, issue.Title, null);
        return new(Common(ref dice), Place(ref dice), null, null);
    }

    /// <summary>Members of a group stand a fixed stride apart, so each knows the others without having seen them.</summary>
    private Subject? Group(long index)
    {
        var (block, offset) = (index / Block, (int)(index % Block));
        var dice = Dice.For(_size.Seed, Draw.Group, block);
        var (members, first, stride) = (dice.Below(6), dice.Below(16), dice.Between(1, 8));
        var last = Math.Min(first + (members - 1) * stride, _size.Cases - 1 - block * Block);
        if (members < 2 || offset < first || offset > last || last < first + stride || (offset - first) % stride != 0) return null;
        return new(Common(ref dice), Place(ref dice), null, block);
    }

    private Leaf Common(ref Dice dice)
    {
        var found = Array.BinarySearch(_before, dice.Unit() * _before[^1]);
        return _leaves[found < 0 ? ~found : found];
    }

    private int Place(ref Dice dice) => Math.Min(dice.Below(_size.Places), dice.Below(_size.Places));
}

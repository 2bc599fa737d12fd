using System.Text;

namespace Linli.Demo;

/// <summary>Says what a resident or a grid worker would say, each time in other words.</summary>
internal sealed class Voice
{
    private readonly Dictionary<string, string[]> _words = WordList.Sections("words");
    private readonly Dictionary<string, Skeleton[]> _skeletons;
    private readonly (string Right, string Wrong)[] _typos;

    public Voice()
    {
        _skeletons = new[] { "skeletons", "vague-skeletons", "worker-skeletons" }
            .ToDictionary(name => name, name => _words[name].Select(s => new Skeleton(s, _words)).ToArray(), StringComparer.Ordinal);
        _typos = [.. _words["typos"].Select(t => t.Split(' ')).Select(t => (t[0], t[1]))];
    }

    public string Pick(string list, ref Dice dice) => dice.Pick(_words[list]);

    public string[] All(string list) => _words[list];

    public string Text(Leaf leaf, string place, bool byWorker, ref Dice dice)
    {
        var text = new StringBuilder(160);
        var kind = byWorker ? "worker-skeletons" : dice.Chance(0.07) ? "vague-skeletons" : "skeletons";
        var first = dice.Below(leaf.Phrases.Length);
        foreach (var part in dice.Pick(_skeletons[kind]).Parts)
            if (part.Slot is null) text.Append(dice.Pick(part.Words));
            else Fill(text, part.Slot, leaf, place, first, ref dice);
        if (!byWorker && dice.Chance(0.15))
        {
            var (right, wrong) = dice.Pick(_typos);
            text.Replace(right, wrong);
        }
        return text.ToString();
    }

    public string Title(Leaf leaf, string place, ref Dice dice)
    {
        var text = new StringBuilder(64);
        switch (dice.Below(10))
        {
            case < 5: text.Append(place); Clause(text, leaf, ref dice); break;
            case < 7: Clause(text, leaf, ref dice); text.Append("，").Append(Pick("title-tails", ref dice)); break;
            case < 8: text.Append(place).Append(leaf.Category.Name); break;
            case < 9: text.Append("关于").Append(leaf.Category.Name).Append("的问题"); break;
            default: text.Append(place).Append(leaf.SubType.Category.Name).Append("问题"); break;
        }
        return text.ToString().TrimEnd('，');
    }

    private void Fill(StringBuilder text, string slot, Leaf leaf, string place, int first, ref Dice dice)
    {
        switch (slot)
        {
            case "place": text.Append(place); break;
            case "problem": leaf.Phrases[first].Write(text, ref dice); break;
            case "problem2": leaf.Phrases[(first + 1) % leaf.Phrases.Length].Write(text, ref dice); break;
            case "harm": text.Append(dice.Pick(leaf.SubType.Harms)); break;
            case "kind": text.Append(leaf.SubType.Category.Name); break;
            case "keyword": text.Append(leaf.Category.Keywords[dice.Below(leaf.Category.Keywords.Count)]); break;
            default: throw new FormatException($"No words for {slot}.");
        }
    }

    /// <summary>The first clause of one of the leaf's phrases.</summary>
    private static void Clause(StringBuilder text, Leaf leaf, ref Dice dice)
    {
        var start = text.Length;
        dice.Pick(leaf.Phrases).Write(text, ref dice);
        for (var i = start + 4; i < text.Length; i++)
            if (text[i] == '，') text.Length = i;
    }
}

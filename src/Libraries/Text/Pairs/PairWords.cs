using System.Numerics;

namespace Linli.Text;

/// <summary>Small words that turn a meaning round: what is asked, whether it is denied, and numbers and Latin words, of which none stands for another.</summary>
internal sealed class PairWords
{
    static readonly string[][] Questions =
    [
        ["怎么", "如何", "怎样", "咋"], ["为什么", "为何", "为啥", "什么原因"], ["什么时候", "多久", "几时", "何时", "几点", "哪天", "多长时间"],
        ["哪里", "哪儿", "在哪", "何处", "什么地方"], ["谁"], ["多少", "几"], ["吗", "是否", "能不能", "可不可以", "是不是", "有没有"], ["什么", "啥", "哪些"],
    ];

    readonly uint asked;
    readonly int denied;
    readonly HashSet<string> written;

    public PairWords(string folded)
    {
        for (var kind = 0; kind < Questions.Length; kind++)
            foreach (var word in Questions[kind])
                if (folded.Contains(word, StringComparison.Ordinal)) asked |= 1u << kind;
        denied = folded.Count(c => "不没未无别非".Contains(c));
        written = [.. SearchRuns.Of(folded).Where(x => !x.IsHan).Select(x => x.Text)];
    }

    /// <summary>How many kinds of question only one of them asks.</summary>
    public int AskedApart(PairWords other) => BitOperations.PopCount(asked ^ other.asked);

    /// <summary>How many more denials one of them has.</summary>
    public int DeniedApart(PairWords other) => Math.Abs(denied - other.denied);

    /// <summary>The part of the numbers and Latin words of both that only one of them has.</summary>
    public float WrittenApart(PairWords other)
    {
        var shared = written.Count(other.written.Contains);
        var all = written.Count + other.written.Count - shared;
        return all == 0 ? 0 : 1 - (float)shared / all;
    }
}

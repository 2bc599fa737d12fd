using System.Globalization;
using Linli.Cases.Questions;

namespace Linli.Cases.Taxonomy;

/// <summary>Taxonomy, extra questions and responsibility list as they stand, held in memory; immutable.</summary>
internal sealed class TaxonomySnapshot
{
    private readonly Dictionary<string, Category> byCode;
    private readonly ILookup<string, Question> questions;

    public TaxonomySnapshot(IEnumerable<Category> categories, IEnumerable<Responsibility> inForce, IEnumerable<Question> asked)
    {
        byCode = categories.ToDictionary(c => c.Code);
        Leaves = [.. byCode.Values.Where(c => c.IsLeaf).OrderBy(c => c.Code, StringComparer.Ordinal)];
        Roots = [.. byCode.Values.Where(c => c.ParentCode is null).OrderBy(c => c.Code, StringComparer.Ordinal)];
        Responsibilities = new(inForce);
        questions = asked.OrderBy(q => q.Rank).ThenBy(q => q.Code, StringComparer.Ordinal).ToLookup(q => q.CategoryCode);
    }

    public IReadOnlyList<Category> Leaves { get; }
    public IReadOnlyList<Category> Roots { get; }
    public IReadOnlyCollection<Category> All => byCode.Values;
    public ResponsibilityList Responsibilities { get; }

    public Category? Find(string? code) => code is null ? null : byCode.GetValueOrDefault(code);

    /// <summary>A leaf, which alone can be given to a case.</summary>
    public Category? FindLeaf(string? code) => Find(code) is { IsLeaf: true } leaf ? leaf : null;

    /// <summary>What is asked of a category, in its order: the questions of the nodes above it, then its own.</summary>
    public IReadOnlyList<Question> QuestionsOf(string? code) => code is null || questions.Count == 0 ? [] : [.. PathTo(code).SelectMany(node => questions[node.Code])];

    /// <summary>Nodes that a change of a node's questions concerns: itself, and those below it that have questions.</summary>
    public IEnumerable<string> AskedFrom(string code) => questions.Select(g => g.Key).Where(node => node.StartsWith(code, StringComparison.Ordinal)).Append(code).Distinct();

    /// <summary>From the root down to the node.</summary>
    public IReadOnlyList<Category> PathTo(string code)
    {
        var path = new List<Category>();
        for (var node = Find(code); node is not null; node = Find(node.ParentCode)) path.Insert(0, node);
        return path;
    }

    /// <summary>The name in the reader's language; the code itself when it is unknown.</summary>
    public string NameOf(string? code) =>
        Find(code) is not { } node ? code ?? "" : CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "en" && node.NameEn.Length > 0 ? node.NameEn : node.Name;
}

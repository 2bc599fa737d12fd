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
        All = [.. byCode.Values.Where(c => c.EndedAt is null)];
        Leaves = [.. All.Where(c => c.IsLeaf).OrderBy(c => c.Code, StringComparer.Ordinal)];
        Roots = [.. All.Where(c => c.ParentCode is null).OrderBy(c => c.Code, StringComparer.Ordinal)];
        Responsibilities = new(inForce);
        questions = asked.OrderBy(q => q.Rank).ThenBy(q => q.Code, StringComparer.Ordinal).ToLookup(q => q.CategoryCode);
    }

    public IReadOnlyList<Category> Leaves { get; }
    public IReadOnlyList<Category> Roots { get; }

    /// <summary>The categories in use.</summary>
    public IReadOnlyList<Category> All { get; }
    public ResponsibilityList Responsibilities { get; }

    public Category? Find(string? code) => code is null ? null : byCode.GetValueOrDefault(code);

    /// <summary>A leaf in use, which alone can be given to a case.</summary>
    public Category? FindLeaf(string? code) => Find(code) is { IsLeaf: true, EndedAt: null } leaf ? leaf : null;

    /// <summary>The code under which a case counts today: its own, or that of the category that took its place.</summary>
    public string Present(string code) => Find(code)?.SuccessorCode ?? code;

    /// <summary>Codes out of use whose cases count below a node today, and whose own codes do not say so.</summary>
    public IReadOnlyList<string> FormersBelow(string code) =>
        [.. byCode.Values.Where(c => c.SuccessorCode is { } now && now.StartsWith(code, StringComparison.Ordinal) && !c.Code.StartsWith(code, StringComparison.Ordinal)).Select(c => c.Code)];

    /// <summary>Codes out of use below a node whose cases count elsewhere today.</summary>
    public IReadOnlyList<string> GoneFrom(string code) =>
        [.. byCode.Values.Where(c => c.SuccessorCode is { } now && !now.StartsWith(code, StringComparison.Ordinal) && c.Code.StartsWith(code, StringComparison.Ordinal)).Select(c => c.Code)];

    /// <summary>What is asked of a category, in its order: the questions of the nodes above it, then its own.</summary>
    public IReadOnlyList<Question> QuestionsOf(string? code, QuestionPurpose purpose = QuestionPurpose.Report) =>
        code is null || questions.Count == 0 ? [] : [.. PathTo(code).SelectMany(node => questions[node.Code].Where(q => q.Purpose == purpose))];

    /// <summary>A question that is asked of a category, of a branch above it or of something below it.</summary>
    public Question? QuestionAbout(string category, string code) => questions
        .Where(g => g.Key.StartsWith(category, StringComparison.Ordinal) || category.StartsWith(g.Key, StringComparison.Ordinal)).SelectMany(g => g).FirstOrDefault(q => q.Code == code);

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

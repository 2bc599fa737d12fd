using Linli.Cases.Intake;
using Linli.Cases.Questions;
using Linli.Cases.Taxonomy;

namespace Linli.Cases.AskQuestions;

/// <summary>
/// The second step of a report by page: when the category is known and has questions, they are asked before the case is filed. With script
/// they come up while one writes, and there is no second step.
/// </summary>
internal sealed class QuestionStep(Classification classification, TaxonomyCache taxonomy)
{
    /// <summary>Names of the fields: the answers, and the category they were asked for.</summary>
    public const string Answers = "answers", Asked = "Asked";

    /// <summary>What is to be asked of a report that names its category, or whose words name it.</summary>
    public async Task<AskedOf> ForAsync(string? chosen, string? words, CancellationToken ct)
    {
        var tree = await taxonomy.GetAsync(ct);
        var category = tree.FindLeaf(chosen)?.Code ?? (string.IsNullOrWhiteSpace(words) ? null : await classification.SettledAsync(words, ct));
        return new(category, tree.QuestionsOf(category), category is not null && category == chosen);
    }
}

/// <summary>What is asked of a report.</summary>
/// <param name="Category">The category it has or would get; null while nothing is sure.</param>
/// <param name="Questions">Its questions, in their order.</param>
/// <param name="Chosen">Whether the reporter named the category. Of one that the program guessed, nothing must be answered.</param>
internal sealed record AskedOf(string? Category, IReadOnlyList<Question> Questions, bool Chosen)
{
    public static readonly AskedOf Nothing = new(null, [], false);

    /// <summary>Whether these questions have still to be put.</summary>
    /// <param name="asked">The category whose questions the form showed.</param>
    public bool IsNew(string? asked) => Questions.Count > 0 && asked != Category;
}

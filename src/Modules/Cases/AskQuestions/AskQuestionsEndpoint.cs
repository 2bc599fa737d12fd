using Linli.Cases.Questions;
using Linli.Cases.Taxonomy;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Linli.Cases.AskQuestions;

internal static class AskQuestionsEndpoint
{
    /// <summary>The extra questions of a category, in the order in which they are asked: with the report, or with <c>purpose=Rating</c> with the rating.</summary>
    public static async Task<Ok<IReadOnlyList<QuestionDetails>>> Get(string? category, QuestionPurpose? purpose, TaxonomyCache taxonomy, CancellationToken ct) =>
        TypedResults.Ok<IReadOnlyList<QuestionDetails>>([.. (await taxonomy.GetAsync(ct)).QuestionsOf(category, purpose ?? default).Select(QuestionDetails.Of)]);

    /// <summary>The same as fields of a form, for the page that is being filled in.</summary>
    public static RazorComponentResult<QuestionFields> GetFields(string? category, bool? chosen) => new(new { Category = category, Chosen = chosen is true });
}

/// <summary>An extra question.</summary>
/// <param name="Code">Its name among the answers of a report.</param>
/// <param name="Kind">What an answer is.</param>
/// <param name="Wording">The question in the caller's language.</param>
/// <param name="Required">Whether who sends answers and names the category must answer it.</param>
/// <param name="Options">What can be chosen.</param>
/// <param name="After">Code of the question on whose answer it hangs.</param>
/// <param name="When">The answer after which it is asked.</param>
/// <param name="Seen">Key of this version, to send with a change of it.</param>
internal sealed record QuestionDetails(string Code, QuestionKind Kind, string Wording, bool Required, IReadOnlyList<OptionDetails> Options, string? After, string? When, Guid Seen)
{
    public static QuestionDetails Of(Question question) =>
        new(question.Code, question.Kind, question.Say(), question.Required, [.. question.Options.Select(o => new OptionDetails(o.Name, o.Say(), o.StopWords()))], question.AskedAfter, question.AskedWhen, question.Id);
}

/// <summary>An answer to choose.</summary>
/// <param name="Value">What to send.</param>
/// <param name="Name">What to show.</param>
/// <param name="Stop">What to tell who chooses it; a report with it is not filed.</param>
internal sealed record OptionDetails(string Value, string Name, string? Stop);

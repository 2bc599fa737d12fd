using Linli.Cases.EditTaxonomy;
using Microsoft.Extensions.Localization;

namespace Linli.Cases.Questions;

/// <summary>How questions and answers are written.</summary>
internal static class QuestionWords
{
    /// <summary>The page of a question.</summary>
    public static string At(string category, string code) => $"{TaxonomyWords.At(category)}/questions/{code}";

    /// <summary>An answer in the reader's language.</summary>
    public static string Answer(Question question, string given, IStringLocalizer text) =>
        question.Kind is QuestionKind.YesNo ? text[given == Question.Yes ? "Question.Yes" : "Question.No"].Value : question.Find(given)?.Say() ?? given;

    /// <summary>All that was answered to a question.</summary>
    public static string Answers(AskedQuestion answered, IStringLocalizer text) =>
        string.Join(text["Desk.Enumeration"], answered.Given.Select(given => Answer(answered.Question, given, text)));
}

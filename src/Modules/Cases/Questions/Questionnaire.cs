using System.Globalization;
using System.Text;

namespace Linli.Cases.Questions;

/// <summary>Checks answers against the questions of a category.</summary>
internal static class Questionnaire
{
    public const int LongestText = 500;
    private const int MostFaults = 20;
    private const decimal Farthest = 1_000_000_000_000;

    private static readonly string[] YesWords = [Question.Yes, "true", "是", "1"], NoWords = [Question.No, "false", "否", "0"];

    /// <summary>
    /// Goes through the questions in their order. A question whose condition is not met is not asked, and what was answered to it is left out:
    /// a page without script shows them all.
    /// </summary>
    /// <param name="questions">The questions of a category, in their order.</param>
    /// <param name="given">Answers by code of the question.</param>
    /// <param name="mustAnswer">Whether required questions must be answered.</param>
    public static CheckedAnswers Check(IReadOnlyList<Question> questions, IReadOnlyDictionary<string, string[]> given, bool mustAnswer)
    {
        var (answers, faults) = (new List<AskedQuestion>(), new List<AnswerFault>());
        foreach (var question in questions)
        {
            if (!IsAsked(question, answers)) continue;
            var words = Words(given.GetValueOrDefault(question.Code));
            if (words.Count == 0 && question.Required && mustAnswer) faults.Add(new(question.Code, question, "Question.Missing"));
            if (words.Count == 0) continue;
            if (Read(question, words, out var read) is { } fault) faults.Add(new(question.Code, question, fault));
            else answers.Add(new(question, read));
        }
        var unknown = given.Where(g => Words(g.Value).Count > 0 && !questions.Any(q => q.Code == g.Key)).Select(g => new AnswerFault(g.Key, null, "Question.Unknown"));
        return new(answers, [.. faults.Concat(unknown).Take(MostFaults)]);
    }

    /// <summary>Whether a yes-or-no answer is a yes; null where it is neither.</summary>
    public static string? YesOrNo(string word) => YesWords.Contains(word, StringComparer.OrdinalIgnoreCase) ? Question.Yes : NoWords.Contains(word, StringComparer.OrdinalIgnoreCase) ? Question.No : null;

    private static bool IsAsked(Question question, IEnumerable<AskedQuestion> answers) =>
        question.AskedAfter is not { } after || answers.Any(a => a.Question.Code == after && a.Given.Contains(question.AskedWhen));

    private static List<string> Words(string?[]? given) => [.. (given ?? []).OfType<string>().Select(word => word.Trim()).Where(word => word.Length > 0)];

    /// <summary>Brings an answer into the form it is kept in.</summary>
    /// <returns>The text key of what is wrong, or null.</returns>
    private static string? Read(Question question, List<string> words, out string[] read)
    {
        read = question.Kind is QuestionKind.Several ? [.. Chosen(question, words)] : ReadOne(question, words[0]) is { } one ? [one] : [];
        if (question.Kind is QuestionKind.Several) return words.TrueForAll(word => question.Find(word) is not null) ? null : "Question.BadChoice";
        if (words.Count > 1) return "Question.OneOnly";
        return read.Length == 1 ? null : question.Kind switch
        {
            QuestionKind.Text => "Question.TooLong",
            QuestionKind.Number => "Question.BadNumber",
            QuestionKind.Date => "Question.BadDate",
            _ => "Question.BadChoice",
        };
    }

    private static string? ReadOne(Question question, string word) => question.Kind switch
    {
        QuestionKind.Text => word.Length <= LongestText ? word : null,
        QuestionKind.Number => Number(word),
        QuestionKind.Date => Day(word),
        QuestionKind.YesNo => YesOrNo(word),
        _ => question.Find(word)?.Name,
    };

    private static IEnumerable<string> Chosen(Question question, IEnumerable<string> words)
    {
        var chosen = words.Select(question.Find).OfType<AnswerOption>().ToHashSet();
        return question.Options.Where(chosen.Contains).Select(o => o.Name);
    }

    /// <summary>Digits of full width, as Chinese keyboards write them, are digits.</summary>
    private static string? Number(string word) =>
        decimal.TryParse(word.Normalize(NormalizationForm.FormKC), NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
        && number is > -Farthest and < Farthest ? (number / 1.0000000000000000000000000000m).ToString(CultureInfo.InvariantCulture) : null;   // 3.50 is 3.5

    /// <summary>A day, or the day of a moment, as Open311 sends it.</summary>
    private static string? Day(string word) =>
        DateOnly.TryParseExact(word, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? Iso(day)
        : DateTimeOffset.TryParseExact(word, "yyyy-MM-dd'T'HH:mm:ssK", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment) ? Iso(DateOnly.FromDateTime(moment.DateTime))
        : null;

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}

/// <summary>What came of checking.</summary>
/// <param name="Answers">What was asked and answered.</param>
/// <param name="Faults">What is wrong.</param>
internal sealed record CheckedAnswers(IReadOnlyList<AskedQuestion> Answers, IReadOnlyList<AnswerFault> Faults)
{
    /// <summary>The first answer that stops, with the option that says so.</summary>
    public (Question Question, AnswerOption Option)? Stop => Answers
        .SelectMany(a => a.Given.Select(word => (a.Question, Option: a.Question.Find(word))))
        .Where(a => a.Option?.Stop.Length > 0).Select(a => ((Question, AnswerOption)?)(a.Question, a.Option!)).FirstOrDefault();
}

/// <summary>An answer that cannot be taken.</summary>
/// <param name="Code">The question's code, as the answer named it.</param>
/// <param name="Question">The question; null where there is none.</param>
/// <param name="TextKey">What is wrong with it.</param>
internal sealed record AnswerFault(string Code, Question? Question, string TextKey);

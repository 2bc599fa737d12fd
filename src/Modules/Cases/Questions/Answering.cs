using Linli.Platform.Problems;
using Microsoft.Extensions.Localization;

namespace Linli.Cases.Questions;

/// <summary>Takes answers, or says in the caller's language what is wrong with them.</summary>
internal sealed class Answering(IStringLocalizer<CasesModule> text)
{
    /// <summary>Before the code of a question in the names of fields.</summary>
    public const string Field = "answers.";

    /// <param name="questions">The questions of the report's category.</param>
    /// <param name="given">What was answered; null from whoever was not asked.</param>
    /// <param name="chosen">Whether the reporter named the category: of a category that the program guessed nobody has to know anything.</param>
    public Result<IReadOnlyList<AskedQuestion>> Take(IReadOnlyList<Question> questions, IReadOnlyDictionary<string, string[]>? given, bool chosen)
    {
        if (given is null) return Array.Empty<AskedQuestion>();
        var outcome = Questionnaire.Check(questions, given, mustAnswer: chosen);
        if (outcome.Stop is var (question, option)) return CaseErrors.Stopped(question.Code, option.StopWords()!);
        if (outcome.Faults.Count > 0) return Problem.Invalid(outcome.Faults.ToDictionary(f => Field + f.Code, f => new[] { text[f.TextKey, f.Question?.Say() ?? f.Code].Value }));
        return outcome.Answers.ToArray();
    }
}

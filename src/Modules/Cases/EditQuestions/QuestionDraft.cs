using System.Globalization;
using Linli.Cases.Questions;
using Linli.Cases.Taxonomy;
using Linli.Platform.Data;
using Linli.Platform.Problems;
using Microsoft.EntityFrameworkCore;

namespace Linli.Cases.EditQuestions;

/// <summary>From what somebody wrote to the next version of a question, and whether it fits with those around it.</summary>
internal static class QuestionDraft
{
    private const int LongestName = 60, LongestStop = 200;

    /// <summary>Ends a version; false where it has ended before.</summary>
    public static async Task<bool> EndAsync(this AppDb db, Question question, DateTimeOffset now, CancellationToken ct) =>
        await db.Questions.Where(q => q.Id == question.Id && q.ValidTo == null).ExecuteUpdateAsync(set => set.SetProperty(q => q.ValidTo, now), ct) == 1;

    /// <summary>The options that were filled in.</summary>
    public static Result<AnswerOption[]> Read(SaveQuestion command)
    {
        AnswerOption[] filled = [.. (command.Options ?? [])
            .Select(o => new AnswerOption(Given(o.Name), Given(o.NameEn), Given(o.Stop), Given(o.StopEn)))
            .Where(o => o != new AnswerOption(""))];
        if (filled.Any(o => o.Name.Length is 0 or > LongestName || o.NameEn.Length > LongestName || o.Stop.Length > LongestStop || o.StopEn.Length > LongestStop)) return Problem.Invalid("options", "cases.option-length");
        if (command.Purpose is QuestionPurpose.Rating) filled = [.. filled.Select(o => o with { Stop = "", StopEn = "" })];   // who rates has been helped
        if (command.Kind is QuestionKind.YesNo) filled = [.. filled.Where(o => o.Stop.Length > 0).Select(o => o with { Name = Questionnaire.YesOrNo(o.Name) ?? "", NameEn = "" })];
        else if (command.Kind is not (QuestionKind.One or QuestionKind.Several)) filled = [];
        if (filled.Any(o => o.Name.Length == 0)) return Problem.Invalid("options", "cases.option-yes-no");
        if (filled.SelectMany(o => new[] { o.Name, o.NameEn }.Distinct()).Where(name => name.Length > 0).GroupBy(name => name, StringComparer.OrdinalIgnoreCase).Any(g => g.Count() > 1)) return Problem.Invalid("options", "cases.option-twice");
        return command.Kind is QuestionKind.One or QuestionKind.Several && filled.Length < 2 ? Problem.Invalid("options", "cases.options-missing") : filled;
    }

    /// <summary>The next version.</summary>
    public static Question Of(TaxonomySnapshot tree, string category, Question? before, SaveQuestion command, AnswerOption[] options, DateTimeOffset now)
    {
        var around = tree.AskedFrom(category).SelectMany(node => Enum.GetValues<QuestionPurpose>().SelectMany(purpose => tree.QuestionsOf(node, purpose))).ToList();
        var condition = string.IsNullOrEmpty(command.When) ? null : command.When.Split('=', 2);
        return new()
        {
            Id = Guid.CreateVersion7(now),
            CategoryCode = category,
            Code = before?.Code ?? Enumerable.Range(1, around.Count + 1).Select(n => "q" + n.ToString(CultureInfo.InvariantCulture)).First(free => around.All(q => q.Code != free)),
            Purpose = before?.Purpose ?? command.Purpose,
            Rank = command.Rank ?? before?.Rank ?? around.Where(q => q.CategoryCode == category).Select(q => q.Rank).DefaultIfEmpty(0).Max() + 10,
            Kind = command.Kind!.Value,
            Wording = command.Wording!.Trim(),
            WordingEn = Given(command.WordingEn),
            Required = command.Required,
            Choices = Question.Write(options),
            AskedAfter = condition?[0],
            AskedWhen = condition is [_, var answer] ? answer : null,
            ValidFrom = now,
        };
    }

    /// <summary>Whether, with a question as it is to be, every condition speaks of an answer that an earlier question can have.</summary>
    public static Problem? Fault(TaxonomySnapshot tree, string category, Question question)
    {
        foreach (var node in tree.AskedFrom(category))
        {
            var asked = With(tree, node, question);
            foreach (var (place, next) in asked.Index())
                if (next.AskedAfter is { } after && !asked.Take(place).Any(q => q.Code == after && Can(q, next.AskedWhen)))
                    return next.Id == question.Id ? Problem.Invalid("when", "cases.unknown-condition") : CaseErrors.QuestionNeeded;
        }
        return null;
    }

    /// <summary>Whether a question is asked after this one's answer somewhere.</summary>
    public static bool IsNeeded(TaxonomySnapshot tree, Question question) =>
        tree.AskedFrom(question.CategoryCode).SelectMany(node => tree.QuestionsOf(node, question.Purpose)).Any(q => q.AskedAfter == question.Code);

    /// <summary>The answers a question can have, on which another may hang.</summary>
    public static IEnumerable<string> AnswersOf(Question question) => question.Kind switch
    {
        QuestionKind.YesNo => [Question.Yes, Question.No],
        QuestionKind.One or QuestionKind.Several => question.Options.Select(o => o.Name),
        _ => [],
    };

    private static bool Can(Question question, string? answer) => AnswersOf(question).Contains(answer);

    private static List<Question> With(TaxonomySnapshot tree, string node, Question question) =>
        [.. tree.QuestionsOf(node, question.Purpose).Where(q => q.Code != question.Code).Append(question).OrderBy(q => q.CategoryCode.Length).ThenBy(q => q.Rank).ThenBy(q => q.Code, StringComparer.Ordinal)];

    private static string Given(string? text) => text?.Trim() ?? "";
}

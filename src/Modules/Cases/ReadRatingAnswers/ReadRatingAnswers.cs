using System.Text.Json;
using Linli.Cases.Questions;
using Linli.Cases.Taxonomy;
using Linli.Platform.Access;
using Linli.Platform.Data;
using Linli.Platform.Texts;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Linli.Cases.ReadRatingAnswers;

/// <summary>What reporters answered to the questions of the rating, within the caller's scope: how often which choice, for a category with all below it.</summary>
internal sealed class ReadRatingAnswersHandler(AppDb db, IAccess access, TaxonomyCache taxonomy, IStringLocalizer<CasesModule> text)
{
    private static readonly QuestionKind[] Counted = [QuestionKind.One, QuestionKind.Several, QuestionKind.YesNo];

    public async Task<IReadOnlyList<AnsweredQuestion>> HandleAsync(string category, CancellationToken ct)
    {
        var questions = (await taxonomy.GetAsync(ct)).QuestionsOf(category, QuestionPurpose.Rating).Where(q => Counted.Contains(q.Kind)).ToList();
        if (questions.Count == 0) return [];
        var codes = questions.ConvertAll(q => q.Code);
        var end = category + '\uffff';
        var given = await (
            from answer in db.RatingAnswers
            join question in db.Questions on answer.QuestionId equals question.Id
            join rating in db.Ratings on answer.RatingId equals rating.Id
            join found in db.Cases.Seen(db, access) on rating.CaseId equals found.Id
            where codes.Contains(question.Code) && string.Compare(found.CategoryCode, category) >= 0 && string.Compare(found.CategoryCode, end) < 0
            group answer by new { question.CategoryCode, question.Code, answer.Given } into same
            select new { same.Key.CategoryCode, same.Key.Code, same.Key.Given, Count = same.Count() }).ToListAsync(ct);
        return [.. questions.Select(q => (Question: q, Answers: given.Where(g => g.CategoryCode == q.CategoryCode && g.Code == q.Code).ToList()))
            .Select(of => new AnsweredQuestion(of.Question.Code, of.Question.Say(), of.Answers.Sum(a => a.Count),
                [.. of.Answers.SelectMany(a => (JsonSerializer.Deserialize<string[]>(a.Given, Json.Readable) ?? []).Select(choice => (Choice: choice, a.Count)))
                    .GroupBy(c => c.Choice).Select(g => new ChoiceCount(QuestionWords.Answer(of.Question, g.Key, text), g.Sum(c => c.Count))).OrderByDescending(c => c.Count)]))];
    }
}

/// <summary>A question of the rating with its answers.</summary>
/// <param name="Code">What programs call it.</param>
/// <param name="Question">Its words in the caller's language.</param>
/// <param name="Answered">How many answered.</param>
/// <param name="Choices">How often which choice, the most frequent first.</param>
internal sealed record AnsweredQuestion(string Code, string Question, int Answered, IReadOnlyList<ChoiceCount> Choices);

/// <summary>How often something was chosen.</summary>
internal sealed record ChoiceCount(string Choice, int Count);
